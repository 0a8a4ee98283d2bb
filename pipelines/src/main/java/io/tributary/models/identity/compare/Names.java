package io.tributary.models.identity.compare;

import java.util.List;
import java.util.Set;

/** What given names and family names have in common. */
final class Names {
  private static final Set<String> TITLES =
      Set.of(
          "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "dame", "lady", "lord", "rev", "jr",
          "sr", "ii", "iii", "phd", "md", "esq", "herr", "frau", "mme", "mlle");

  /** Titles that are written with full stops. */
  private static final Set<String> DEGREES = Set.of("m d", "ph d");

  private static final double CLOSE = 0.92;
  private static final double SIMILAR = 0.8;
  private static final int START = 3;

  private Names() {}

  /** The words of the names, without titles. */
  static String standardise(List<String> columns) {
    StringBuilder name = new StringBuilder();
    for (String column : columns) {
      for (String word : Folding.pieces(Folding.words(column), ' ')) {
        if (!TITLES.contains(word)) {
          name.append(name.isEmpty() ? "" : " ").append(word);
        }
      }
    }
    return name.toString();
  }

  /** The given names of whole names: what follows a comma, else all words but the last. */
  static String given(List<String> columns) {
    List<String> names = untitled(columns);
    String whole = String.join(" ", names);
    int comma = whole.indexOf(',');
    if (comma >= 0) {
      return standardise(List.of(whole.substring(comma + 1)));
    }
    String words = standardise(names);
    int last = words.lastIndexOf(' ');
    return last < 0 ? "" : words.substring(0, last);
  }

  /** The family name of whole names: what stands before a comma, else the last word. */
  static String family(List<String> columns) {
    List<String> names = untitled(columns);
    String whole = String.join(" ", names);
    int comma = whole.indexOf(',');
    if (comma >= 0) {
      return standardise(List.of(whole.substring(0, comma)));
    }
    String words = standardise(names);
    return words.substring(words.lastIndexOf(' ') + 1);
  }

  /** Whole names without the titles that follow a comma at their end. */
  private static List<String> untitled(List<String> columns) {
    String whole = String.join(" ", columns);
    int comma = whole.lastIndexOf(',');
    return comma >= 0 && isTitle(whole.substring(comma + 1), whole.substring(0, comma).strip())
        ? untitled(List.of(whole.substring(0, comma)))
        : columns;
  }

  /** M.D. after one word are the initials of who has it for a family name. */
  private static boolean isTitle(String end, String names) {
    String words = standardise(List.of(end));
    return words.isEmpty() || (DEGREES.contains(words) && names.indexOf(' ') >= 0);
  }

  static boolean isClose(Letters one, Letters other) {
    int shorter = Math.min(one.length(), other.length());
    return (shorter > START && Edits.atMostOne(one, other))
        || JaroWinkler.similarity(one, other, CLOSE) > 0;
  }

  static boolean isSimilar(Letters one, Letters other) {
    return JaroWinkler.similarity(one, other, SIMILAR) > 0;
  }

  /** Whether one name is an initial or the beginning of the other, or they share a word. */
  static boolean isPart(Value one, Value other) {
    if (isBeginning(one.text(), other.text()) || isBeginning(other.text(), one.text())) {
      return true;
    }
    if (one.words().length == 1 && other.words().length == 1) {
      return false;
    }
    for (Letters word : one.words()) {
      for (Letters candidate : other.words()) {
        if (word.length() >= START && word.isSame(candidate)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isBeginning(String shorter, String longer) {
    return (shorter.length() == 1 || shorter.length() >= START) && longer.startsWith(shorter);
  }

  static String first(String text) {
    int end = text.indexOf(' ');
    return end < 0 ? text : text.substring(0, end);
  }

  static List<String> keys(String text, String form) {
    return switch (form) {
      case "sound" -> {
        String last = text.substring(text.lastIndexOf(' ') + 1);
        String sound = Sound.of(first(text));
        yield last.length() == text.length() ? List.of(sound) : List.of(sound, Sound.of(last));
      }
      case "start" -> List.of(text.substring(0, Math.min(START, text.length())));
      case "initial" -> List.of(text.substring(0, 1));
      default -> List.of();
    };
  }
}
