package io.tributary.models.identity.compare;

/**
 * How a name sounds, roughly: its first letter and the consonants after it in groups that are
 * confused with one another.
 *
 * <p>Soundex (Russell and Odell, US patents 1,261,167 and 1,435,663) with groups of one sound
 * spelled differently put into one, and without its limit of three digits.
 */
final class Sound {
  /** The group of each letter from a to z; 0 for vowels and for h and w, which only part. */
  private static final String GROUPS = "01230120022455012623010202";

  private static final int LONGEST = 5;

  private Sound() {}

  static String of(String name) {
    StringBuilder sound = new StringBuilder(LONGEST);
    char last = '0';
    for (int i = 0; i < name.length() && sound.length() < LONGEST; i++) {
      char letter = name.charAt(i);
      char group = letter >= 'a' && letter <= 'z' ? GROUPS.charAt(letter - 'a') : '0';
      if (sound.isEmpty()) {
        sound.append(alike(name, letter));
      } else if (group != '0' && group != last) {
        sound.append(group);
      }
      if (letter != 'h' && letter != 'w') {
        last = group;
      }
    }
    return sound.toString();
  }

  private static char alike(String name, char first) {
    return switch (first) {
      case 'p' -> name.startsWith("ph") ? 'f' : 'p';
      case 'c', 'q' -> name.startsWith("ce") || name.startsWith("ci") ? 's' : 'k';
      case 'k' -> name.startsWith("kn") ? 'n' : 'k';
      case 'y' -> 'j';
      case 'z' -> 's';
      case 'w' -> name.startsWith("wr") ? 'r' : 'w';
      default -> first;
    };
  }
}
