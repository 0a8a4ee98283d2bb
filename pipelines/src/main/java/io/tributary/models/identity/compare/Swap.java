package io.tributary.models.identity.compare;

import java.io.Serializable;
import java.util.List;

/**
 * Given name and family name that stand in each other's place.
 *
 * @param given the place of the given name; -1 where it is not compared
 * @param family the place of the family name; -1 where it is not compared
 */
public record Swap(int given, int family) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The first given name and the first family name of a list. */
  public static Swap among(List<Comparison> comparisons) {
    int given = -1;
    int family = -1;
    for (int place = comparisons.size() - 1; place >= 0; place--) {
      given = comparisons.get(place) instanceof GivenName ? place : given;
      family = comparisons.get(place) instanceof FamilyName ? place : family;
    }
    return new Swap(given, family);
  }

  public boolean isPossible() {
    return given >= 0 && family >= 0;
  }

  /**
   * The level of the given name of two records whose names stand in each other's place; -1 when
   * they do not.
   */
  public int level(Value[] one, Value[] other) {
    if (isSame(one[given], other[given]) || isSame(one[family], other[family])) {
      return -1;
    }
    boolean isFirst = isSame(one[given], other[family]);
    boolean isSecond = isSame(one[family], other[given]);
    if (isFirst && isSecond) {
      return GivenName.SWAPPED;
    }
    boolean isFirstOpen = one[given] == null || other[family] == null;
    boolean isSecondOpen = one[family] == null || other[given] == null;
    boolean isCrossed = (isFirst && isSecondOpen) || (isSecond && isFirstOpen);
    return isCrossed ? GivenName.CROSSED : -1;
  }

  private static boolean isSame(Value one, Value other) {
    return one != null
        && other != null
        && (one.isSame(other)
            || (one.text().length() > 3 && Edits.atMostOne(one.letters(), other.letters())));
  }
}
