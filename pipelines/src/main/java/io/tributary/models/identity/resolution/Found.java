package io.tributary.models.identity.resolution;

import java.util.Arrays;
import java.util.List;

/** The people that were found among records. */
public final class Found {
  private final int[] people;
  private final double[] bits;

  Found(int[] people, double[] bits) {
    this.people = people.clone();
    this.bits = bits.clone();
  }

  /** The first record of the person of a record. */
  public int person(int record) {
    return people[record];
  }

  /** The odds, in bits, of the least sure union that made the person of a record. */
  public double bits(int record) {
    return bits[record];
  }

  /** The people of all records, in order, by name. */
  public List<String> names() {
    return Arrays.stream(people).mapToObj(Integer::toString).toList();
  }
}
