package io.tributary.sample.world;

/** Slips of the pen. */
final class Slip {
  private Slip() {}

  /** The text with one letter dropped, doubled or swapped with the next. */
  static String in(String text, Draw draw) {
    if (text.length() < 4) {
      return text;
    }
    int at = draw.between(1, text.length() - 3);
    var before = text.substring(0, at);
    var after = text.substring(at + 1);
    return switch (draw.between(0, 2)) {
      case 0 -> before + after;
      case 1 -> before + text.charAt(at) + text.charAt(at) + after;
      default -> before + after.charAt(0) + text.charAt(at) + after.substring(1);
    };
  }

  /** An e-mail address with a slip before the at sign. */
  static String inEmail(String email, Draw draw) {
    int at = email.indexOf('@');
    return in(email.substring(0, at), draw) + email.substring(at);
  }
}
