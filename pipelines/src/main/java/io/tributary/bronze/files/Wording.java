package io.tributary.bronze.files;

import java.util.Locale;

/** Writes numbers into sentences alike on every machine, for a defect is data that is compared. */
final class Wording {
  private Wording() {}

  @SuppressWarnings("AnnotateFormatMethod") // not worth a library of annotations
  static String of(String sentence, Object... values) {
    return String.format(Locale.ROOT, sentence, values);
  }
}
