package io.tributary.silver.identity.match;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why somebody should look at two people; of several the first by its name is told. */
public enum ReviewReason {
  CONTRADICTION("what was decided of them and of others cannot all be right"),
  IDENTIFIER("they share a proven identifier, but what else is known speaks of two people"),
  LIKENESS("they are alike, but not surely enough");

  private final String meaning;

  ReviewReason(String meaning) {
    this.meaning = meaning;
  }

  /** The reason as tables name it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The reason in words. */
  public String words() {
    return text() + ": " + meaning;
  }

  /** All reasons in words. */
  public static String allInWords() {
    return Arrays.stream(values()).map(ReviewReason::words).collect(Collectors.joining("; "));
  }
}
