package io.tributary.jobs.night;

import java.util.function.Consumer;

/** What was found, told as it is found, and whether anything must be mended. */
public final class Diagnosis {
  private final Consumer<Finding> listener;
  private boolean hasFaults;

  public Diagnosis(Consumer<Finding> listener) {
    this.listener = listener;
  }

  /** How good a finding is. */
  public enum Verdict {
    GOOD("ok"),
    NOTE("note"),
    DOUBT("doubt"),
    FAULT("fault");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /** One thing that was looked at; a fault says what to do. */
  public record Finding(Verdict verdict, String subject, String words) {}

  public void good(String subject, String words) {
    listener.accept(new Finding(Verdict.GOOD, subject, words));
  }

  public void note(String subject, String words) {
    listener.accept(new Finding(Verdict.NOTE, subject, words));
  }

  public void doubt(String subject, String words) {
    listener.accept(new Finding(Verdict.DOUBT, subject, words));
  }

  public void fault(String subject, String words) {
    hasFaults = true;
    listener.accept(new Finding(Verdict.FAULT, subject, words));
  }

  public boolean hasFaults() {
    return hasFaults;
  }
}
