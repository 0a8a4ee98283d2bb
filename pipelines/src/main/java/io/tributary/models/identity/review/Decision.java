package io.tributary.models.identity.review;

import java.io.Serializable;
import java.util.Comparator;

/**
 * What somebody decided of two records: they are one person, or they are not.
 *
 * @param one the record of the smaller key
 * @param other the record of the greater key
 */
public record Decision(String one, String other, boolean isSame)
    implements Comparable<Decision>, Serializable {
  private static final long serialVersionUID = 1L;
  private static final Comparator<Decision> ORDER =
      Comparator.comparing(Decision::one)
          .thenComparing(Decision::other)
          .thenComparing(Decision::isSame);

  public Decision {
    if (one.equals(other)) {
      throw new IllegalArgumentException("A decision is about two records, not one and the same");
    }
    if (one.compareTo(other) > 0) {
      String smaller = other;
      other = one;
      one = smaller;
    }
  }

  /** The other record of a pair. */
  String opposite(String record) {
    return record.equals(one) ? other : one;
  }

  @Override
  public int compareTo(Decision decision) {
    return ORDER.compare(this, decision);
  }
}
