package io.tributary.models.identity.linkage;

import io.tributary.models.identity.compare.Value;
import java.io.Serializable;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Compares records only as long as they may reach some odds to be one person: fields that differ
 * are taken for as alike as fields that differ can be, until they have been compared.
 */
public final class Ceiling implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Keeps rounding from setting aside what just reaches the odds. */
  private static final double SLACK = 1e-6;

  private final Schema schema;
  private final Model model;
  private final double least;
  private final double prior;

  /** By field the most evidence of values that differ. */
  private final double[] most;

  /** The fields, of which those come first that can disappoint most. */
  private final int[] order;

  /**
   * A way to compare.
   *
   * @param least the odds, in bits, below which nobody asks how records compare
   */
  public Ceiling(Schema schema, Model model, double least) {
    this.schema = schema;
    this.model = model;
    this.least = least - SLACK;
    prior = model.priorBits(Relation.SAME) - model.priorBits(Relation.OTHERS);
    most = IntStream.range(0, schema.size()).mapToDouble(this::most).toArray();
    order =
        IntStream.range(0, schema.size())
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer field) -> model.weight(field, 1) - most[field])
                    .thenComparing(field -> field))
            .mapToInt(field -> field)
            .toArray();
  }

  private double most(int field) {
    return IntStream.range(1, schema.columns().get(field).exact())
        .mapToDouble(code -> model.weight(field, code))
        .max()
        .orElse(0);
  }

  /** As {@link Schema#compare}; {@link Evidence#NONE} if the odds are less than the least. */
  public long compare(Value[] one, Value[] other) {
    if (schema.isSwapped(one, other)) {
      return schema.compare(one, other);
    }
    double odds = prior;
    long evidence = 0;
    for (int field = 0; field < most.length; field++) {
      if (one[field] != null && other[field] != null) {
        if (one[field].isSame(other[field])) {
          int code = schema.code(field, one, other);
          evidence = Evidence.with(evidence, field, code);
          odds += model.weight(field, code);
        } else {
          odds += most[field];
        }
      }
    }
    return differing(one, other, evidence, odds);
  }

  private long differing(Value[] one, Value[] other, long equal, double ceiling) {
    long evidence = equal;
    double odds = ceiling;
    for (int field : order) {
      if (odds < least) {
        return Evidence.NONE;
      }
      boolean isOpen =
          one[field] != null
              && other[field] != null
              && Evidence.code(evidence, field) == Evidence.MISSING;
      if (isOpen) {
        int code = schema.code(field, one, other);
        evidence = Evidence.with(evidence, field, code);
        odds += model.weight(field, code) - most[field];
      }
    }
    return odds < least ? Evidence.NONE : evidence;
  }
}
