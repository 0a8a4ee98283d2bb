package io.tributary.models.identity.cluster;

import io.tributary.models.identity.linkage.Model;
import io.tributary.models.identity.linkage.Schema;
import java.util.Arrays;

/**
 * Unites records into people, the surest first, as long as the evidence between two groups
 * suffices: average linkage (Sokal and Michener 1958), with the averages of {@link GroupEvidence}.
 */
public final class Agglomeration {
  private static final double NEVER = Double.NEGATIVE_INFINITY;
  private static final double ALWAYS = Double.POSITIVE_INFINITY;

  private final int records;
  private final Holdings holdings;
  private final GroupEvidence evidence;
  private final boolean[] parted;
  private final boolean[] bound;
  private final double[] scores;
  private final int[] people;
  private final int[] nearest;
  private final double[] bits;

  /** So many records, of which nothing is known yet. */
  public Agglomeration(Schema schema, Model model, int records) {
    this(schema, model, records, Holdings.none());
  }

  /** So many records, of which only is known what they hold. */
  public Agglomeration(Schema schema, Model model, int records, Holdings holdings) {
    this.records = records;
    this.holdings = holdings;
    int pairs = records * (records - 1) / 2;
    evidence = new GroupEvidence(schema, model, pairs);
    parted = new boolean[pairs];
    bound = new boolean[pairs];
    scores = new double[pairs];
    people = new int[records];
    nearest = new int[records];
    bits = new double[records];
    Arrays.setAll(people, record -> record);
    Arrays.fill(nearest, -1);
    Arrays.fill(bits, Double.POSITIVE_INFINITY);
  }

  /** Tells how two records compare; the first has the smaller number. */
  public void compare(int one, int other, long agreement) {
    int pair = pair(one, other);
    evidence.compare(pair, agreement);
    scores[pair] = score(one, other);
  }

  /** Forbids two records to be one person; they have been compared. */
  public void part(int one, int other) {
    int pair = pair(Math.min(one, other), Math.max(one, other));
    parted[pair] = true;
    scores[pair] = NEVER;
  }

  /** Makes two records one person, unless they are parted; they have been compared. */
  public void bind(int one, int other) {
    int pair = pair(Math.min(one, other), Math.max(one, other));
    bound[pair] = true;
    scores[pair] = parted[pair] ? NEVER : ALWAYS;
  }

  /**
   * Unites the groups of two records that carry the same proven identifier, unless what else is
   * known of them speaks for two people who share it.
   *
   * @param least the bits of {@link #tieBits} from which they are one
   */
  public void tie(int one, int other, double least) {
    int first = Math.min(people[one], people[other]);
    int second = Math.max(people[one], people[other]);
    if (first != second && tieBits(one, other) >= least) {
      unite(first, second, Double.POSITIVE_INFINITY);
    }
  }

  /**
   * The evidence, in bits, that the groups of two records who share an identifier are one person.
   * Identifiers say nothing of it, and the other hypothesis is related people, for strangers do not
   * share what is proven.
   */
  public double tieBits(int one, int other) {
    int pair = pair(Math.min(people[one], people[other]), Math.max(people[one], people[other]));
    return scores[pair] == NEVER ? NEVER : evidence.tieBits(pair);
  }

  /** Unites all groups whose odds, in bits, are {@code cut} or better. */
  public void unite(double cut) {
    for (int record = 0; record < records; record++) {
      nearest[record] = nearest(record);
    }
    int one = surest();
    while (one >= 0 && scores[pair(one, nearest[one])] >= cut) {
      unite(one, nearest[one], scores[pair(one, nearest[one])]);
      one = surest();
    }
  }

  /** The group that has the best odds to be one with a later group; of equals the first. */
  private int surest() {
    int best = -1;
    double most = NEVER;
    for (int one = 0; one < records; one++) {
      if (nearest[one] >= 0 && scores[pair(one, nearest[one])] > most) {
        most = scores[pair(one, nearest[one])];
        best = one;
      }
    }
    return best;
  }

  /** The later group with which a group has the best odds to be one; -1 when there is none. */
  private int nearest(int one) {
    int best = -1;
    double most = NEVER;
    for (int other = one + 1; people[one] == one && other < records; other++) {
      if (scores[pair(one, other)] > most) {
        most = scores[pair(one, other)];
        best = other;
      }
    }
    return best;
  }

  private void unite(int one, int other, double score) {
    for (int record = 0; record < records; record++) {
      if (people[record] == one || people[record] == other) {
        people[record] = one;
        bits[record] = Math.min(bits[record], score);
      }
    }
    scores[pair(one, other)] = NEVER;
    holdings.unite(one, other);
    for (int group = 0; group < records; group++) {
      if (people[group] == group && group != one) {
        int absorbed = pair(Math.min(other, group), Math.max(other, group));
        add(Math.min(one, group), Math.max(one, group), absorbed);
        scores[absorbed] = NEVER;
      }
    }
    renew(one, other);
  }

  /** Finds the nearest of each group again where a union may have changed it. */
  private void renew(int one, int other) {
    nearest[other] = -1;
    nearest[one] = nearest(one);
    for (int group = 0; group < other; group++) {
      if (people[group] == group && group != one) {
        // The odds with the united group may have risen or fallen; others are as they were.
        boolean isStale = nearest[group] == one || nearest[group] == other;
        boolean isBetter =
            group < one
                && nearest[group] >= 0
                && scores[pair(group, one)] >= scores[pair(group, nearest[group])];
        if (isStale || isBetter) {
          nearest[group] = nearest(group);
        }
      }
    }
  }

  private void add(int one, int other, int more) {
    int pair = pair(one, other);
    evidence.add(pair, more);
    parted[pair] |= parted[more];
    bound[pair] |= bound[more];
    scores[pair] = parted[pair] ? NEVER : bound[pair] ? ALWAYS : score(one, other);
  }

  private double score(int one, int other) {
    return holdings.fit(one, other) ? evidence.odds(pair(one, other)) : NEVER;
  }

  private int pair(int one, int other) {
    return one * (2 * records - one - 1) / 2 + other - one - 1;
  }

  /** For each record the first record of its person. */
  public int[] people() {
    return people.clone();
  }

  /** For each record the odds, in bits, of the least sure union that it is part of. */
  public double[] bits() {
    return bits.clone();
  }

  /** The same as the evidence has it, whether or not anything parts the two. */
  public double unpartedOdds(int one, int other) {
    return evidence.odds(
        pair(Math.min(people[one], people[other]), Math.max(people[one], people[other])));
  }

  /** The odds, in bits, that the people of two records, who are not the same, are one. */
  public double odds(int one, int other) {
    return scores[pair(Math.min(people[one], people[other]), Math.max(people[one], people[other]))];
  }
}
