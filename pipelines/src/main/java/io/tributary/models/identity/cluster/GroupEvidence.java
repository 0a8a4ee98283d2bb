package io.tributary.models.identity.cluster;

import io.tributary.models.identity.linkage.Evidence;
import io.tributary.models.identity.linkage.Model;
import io.tributary.models.identity.linkage.Relation;
import io.tributary.models.identity.linkage.Schema;

/**
 * What pairs of groups say of being one person, field by field.
 *
 * <p>Of a field it is a mean of the likelihood ratios of their pairs of records in which it is
 * known, and the prior counts once for two groups, however many their records. So records that have
 * little in common can be one person by way of a third. The mean is that of square roots, squared:
 * the arithmetic mean would believe the one pair that fits best, the geometric one would hold each
 * old address against a person.
 */
final class GroupEvidence {
  private static final double NEVER = Double.NEGATIVE_INFINITY;

  /** Likelihood ratios are kept for the same person and for related people, against others. */
  private static final int RATIOS = 2;

  /** For each field the ratios and how many pairs differ as even the closest relatives do. */
  private static final int SUMS = RATIOS + 1;

  private final Schema schema;
  private final Model model;
  private final double[][] sums;
  private final int[][] known;

  GroupEvidence(Schema schema, Model model, int pairs) {
    this.schema = schema;
    this.model = model;
    sums = new double[pairs][];
    known = new int[pairs][];
  }

  /** Tells how the two records of a pair compare. */
  void compare(int pair, long agreement) {
    int fields = model.fields();
    double[] sum = new double[fields * SUMS];
    int[] count = new int[fields];
    for (int field = 0; field < fields; field++) {
      int code = Evidence.code(agreement, field);
      if (code != Evidence.MISSING) {
        count[field] = 1;
        for (int relation = 0; relation < RATIOS; relation++) {
          sum[field * SUMS + relation] = model.rootOfRatio(relation, field, code);
        }
        sum[field * SUMS + RATIOS] = schema.tellsClosestApart(field, code) ? 1 : 0;
      }
    }
    sums[pair] = sum;
    known[pair] = count;
  }

  /** Adds what another pair of groups says, one of which is united with one of this pair. */
  void add(int pair, int more) {
    for (int i = 0; i < sums[pair].length; i++) {
      sums[pair][i] += sums[more][i];
    }
    for (int field = 0; field < known[pair].length; field++) {
      known[pair][field] += known[more][field];
    }
  }

  /**
   * The odds, in bits, that the two are one; without end against it where a field contradicts it.
   */
  double odds(int pair) {
    double same = model.priorBits(Relation.SAME);
    double related = model.priorBits(Relation.RELATED);
    double closest = NEVER;
    for (int field = 0; field < known[pair].length; field++) {
      same += bits(pair, field, 0);
      related += bits(pair, field, 1);
      if (2 * sums[pair][field * SUMS + RATIOS] > known[pair][field]) {
        if (schema.columns().get(field).isContradicting()) {
          return NEVER;
        }
        closest = Model.either(closest, model.closestBits(field));
      }
    }
    related = Model.either(related, same + closest);
    return Model.odds(same, related, model.priorBits(Relation.OTHERS));
  }

  /**
   * The bits by which the two are rather one person than two related ones, by all fields but
   * identifiers.
   */
  double tieBits(int pair) {
    double bits = 0;
    for (int field = 0; field < known[pair].length; field++) {
      if (!schema.columns().get(field).comparison().isIdentifying()) {
        bits += bits(pair, field, 0) - bits(pair, field, 1);
      }
    }
    return bits;
  }

  /** What two groups say in a field for a relation and against others, in bits. */
  private double bits(int pair, int field, int relation) {
    int count = known[pair][field];
    return count == 0 ? 0 : 2 * Model.log2(sums[pair][field * SUMS + relation] / count);
  }
}
