package io.tributary.lake;

/** An error that is the user's to mend: it says what, why and what to do, and shows no stack. */
public final class TributaryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The kinds of user error, each with the exit code a scheduler sees. */
  public enum Kind {
    /** Wrong usage or configuration. */
    USAGE(2),
    /** The data did not pass a gate. */
    GATE(3),
    /** Another run holds the lakehouse. */
    LOCKED(4);

    private final int exitCode;

    Kind(int exitCode) {
      this.exitCode = exitCode;
    }

    public int exitCode() {
      return exitCode;
    }
  }

  private final Kind kind;

  private TributaryException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public static TributaryException usage(String message) {
    return new TributaryException(Kind.USAGE, message, null);
  }

  public static TributaryException usage(String message, Throwable cause) {
    return new TributaryException(Kind.USAGE, message, cause);
  }

  public static TributaryException gate(String message) {
    return new TributaryException(Kind.GATE, message, null);
  }

  public static TributaryException locked(String message) {
    return new TributaryException(Kind.LOCKED, message, null);
  }

  public Kind kind() {
    return kind;
  }
}
