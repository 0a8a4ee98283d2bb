package io.tributary.models.identity.compare;

import java.util.List;
import java.util.Locale;

/** E-mail addresses. */
record Email() implements Comparison {
  private static final long serialVersionUID = 1L;

  /** The level of addresses whose names are alike. */
  static final int SIMILAR_NAME = 2;

  private static final double SIMILAR = 0.88;

  /** Shorter names are those of many. */
  private static final int TELLING = 5;

  @Override
  public String standardise(List<String> columns) {
    for (String column : columns) {
      String address = column == null ? "" : column.strip().toLowerCase(Locale.ROOT);
      int at = address.indexOf('@');
      if (at > 0 && at < address.length() - 1 && address.indexOf(' ') < 0) {
        return address;
      }
    }
    return "";
  }

  @Override
  public boolean isIdentifying() {
    return true;
  }

  @Override
  public List<String> levels() {
    return List.of(
        "different", "made of the same name", "similar name", "same name elsewhere", "one slip");
  }

  @Override
  public int level(Value one, Value other) {
    if (Edits.atMostOne(one.letters(), other.letters())) {
      return 4;
    }
    Letters name = one.part(Email::local);
    Letters otherName = other.part(Email::local);
    boolean isTelling = name.length() >= TELLING;
    if (isTelling && name.isSame(otherName)) {
      return 3;
    }
    boolean isSimilar =
        isSimilar(one.letters(), other.letters()) || (isTelling && isSimilar(name, otherName));
    return isSimilar ? SIMILAR_NAME : 0;
  }

  private static boolean isSimilar(Letters one, Letters other) {
    return JaroWinkler.similarity(one, other, SIMILAR) > 0;
  }

  @Override
  public int echo() {
    return 1;
  }

  /** What stands before the at sign, without a tag after a plus and without dots. */
  private static String local(String address) {
    String name = address.substring(0, address.indexOf('@'));
    int tag = name.indexOf('+');
    return (tag > 0 ? name.substring(0, tag) : name).replace(".", "");
  }

  @Override
  public List<String> forms() {
    return List.of("local", "start");
  }

  @Override
  public List<String> keys(String text, String form) {
    String name = local(text);
    return switch (form) {
      case "local" -> List.of(name);
      case "start" -> List.of(name.substring(0, Math.min(5, name.length())));
      default -> List.of();
    };
  }
}
