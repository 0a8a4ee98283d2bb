package io.tributary.models.identity.compare;

import java.util.List;

/**
 * Given names: Bob is Robert, J may be John, and the two names of a person may be exchanged.
 *
 * @param isInWhole whether the columns hold the whole name, of which this is a part
 */
record GivenName(boolean isInWhole) implements Comparison {
  private static final long serialVersionUID = 1L;

  /** The level of a given name that equals the other record's family name, and the reverse. */
  static final int SWAPPED = 5;

  /** The same where one of the other two names is not known. */
  static final int CROSSED = 4;

  private static final int DIFFERENT = 0;
  private static final int SIMILAR = 1;
  private static final int PART = 2;
  private static final int CLOSE = 3;

  @Override
  public String standardise(List<String> columns) {
    return isInWhole ? Names.given(columns) : Names.standardise(columns);
  }

  @Override
  public List<String> levels() {
    return List.of(
        "different", "similar", "initial or part", "close or nickname", "crossed", "swapped");
  }

  @Override
  public int level(Value one, Value other) {
    if (Names.isClose(one.letters(), other.letters())
        || one.part(Nicknames::root).isSame(other.part(Nicknames::root))) {
      return CLOSE;
    }
    if (Names.isPart(one, other)) {
      return PART;
    }
    return Names.isSimilar(one.letters(), other.letters()) ? SIMILAR : DIFFERENT;
  }

  @Override
  public List<String> forms() {
    return List.of("root", "sound", "start", "initial");
  }

  @Override
  public List<String> keys(String text, String form) {
    return form.equals("root")
        ? List.of(Nicknames.root(Names.first(text)))
        : Names.keys(text, form);
  }

  @Override
  public boolean isPersonal() {
    return true;
  }

  /** Twins may share all but this. */
  @Override
  public boolean tellsClosestApart() {
    return true;
  }
}
