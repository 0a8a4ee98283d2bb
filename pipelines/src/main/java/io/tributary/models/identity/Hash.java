package io.tributary.models.identity;

/** Hashes of 64 bits, the same on every machine. */
public final class Hash {
  private static final long START = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Hash() {}

  /** The hash of a text. */
  public static long of(String text) {
    return with(START, text);
  }

  /** The hash of a text after others, whose hash is {@code before}: FNV-1a, well mixed. */
  public static long with(long before, String text) {
    long hash = before ^ START;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return mixed(hash);
  }

  /** The finishing step of MurmurHash3: each bit depends on all others. */
  public static long mixed(long number) {
    long hash = number;
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
    return hash ^ hash >>> 33;
  }
}
