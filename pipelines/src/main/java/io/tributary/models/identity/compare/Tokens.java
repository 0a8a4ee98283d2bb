package io.tributary.models.identity.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Sets of things, such as devices or what was bought one after another; the more of them two
 * records share, the better.
 */
record Tokens() implements Comparison {
  private static final long serialVersionUID = 1L;
  private static final int KEYS = 20;

  /** The members, sorted; parted by commas, semicolons, bars or blanks. */
  @Override
  public String standardise(List<String> columns) {
    TreeSet<String> members = new TreeSet<>();
    for (String column : columns) {
      StringBuilder member = new StringBuilder();
      String text = column == null ? "" : column;
      for (int i = 0; i <= text.length(); i++) {
        if (i == text.length() || ",;| \t".indexOf(text.charAt(i)) >= 0) {
          String folded = Folding.compact(member.toString());
          if (!folded.isEmpty()) {
            members.add(folded);
          }
          member.setLength(0);
        } else {
          member.append(text.charAt(i));
        }
      }
    }
    return String.join(" ", members);
  }

  @Override
  public List<String> levels() {
    return List.of("none in common", "one in common", "two in common", "most in common");
  }

  @Override
  public int level(Value one, Value other) {
    int common = common(one.words(), other.words());
    int all = one.words().length + other.words().length - common;
    if (common >= 2 && 2 * common >= all) {
      return 3;
    }
    return Math.min(common, 2);
  }

  private static int common(Letters[] one, Letters[] other) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < one.length && j < other.length) {
      int order = one[i].text().compareTo(other[j].text());
      common += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return common;
  }

  @Override
  public List<String> forms() {
    return List.of("members");
  }

  @Override
  public List<String> keys(String text, String form) {
    List<String> members = new ArrayList<>(Folding.pieces(text, ' '));
    return form.equals("members") ? members.subList(0, Math.min(KEYS, members.size())) : List.of();
  }
}
