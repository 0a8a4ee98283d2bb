package io.tributary.silver.identity.match;

/** The texts of a record in one, which is quicker to move than many. */
final class Packed {
  private static final char SEPARATOR = '\u0001';

  private Packed() {}

  /** The texts, of which null ones come back as null. */
  static String pack(String[] texts) {
    StringBuilder packed = new StringBuilder(96);
    for (int field = 0; field < texts.length; field++) {
      if (field > 0) {
        packed.append(SEPARATOR);
      }
      if (texts[field] != null) {
        packed.append(texts[field]);
      }
    }
    return packed.toString();
  }

  static String[] unpack(String packed, int fields) {
    String[] texts = new String[fields];
    int start = 0;
    for (int field = 0; field < fields; field++) {
      int end = packed.indexOf(SEPARATOR, start);
      end = end < 0 ? packed.length() : end;
      texts[field] = end == start ? null : packed.substring(start, end);
      start = end + 1;
    }
    return texts;
  }
}
