package io.tributary.models.identity.linkage;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * How many pairs of a relation there are, told from those that blocking brought together.
 *
 * <p>Two records that agree in all that a blocking rule asks for are sure to meet, and the model
 * knows how often those of a relation agree so: the likelihood of what must have been seen, as of a
 * truncated sample (Dempster, Laird and Rubin 1977, section 4.2). Pairs that never meet are many
 * where records know little, above all among relatives, who share only what a home shares.
 */
final class Meetings {
  /** So many pairs that are sure to meet tell how many others there are. */
  private static final double ENOUGH = 100;

  private final Schema schema;
  private final int[] rules;

  /** By the fields that both records know, a bit a field, how many random pairs know them. */
  private final Map<Integer, Double> known = new TreeMap<>();

  private double randomPairs;

  /**
   * Reads which fields records know together.
   *
   * @param ruleFields by rule the fields it asks for, a bit a field
   */
  Meetings(Schema schema, List<Integer> ruleFields, PatternTable random) {
    this.schema = schema;
    rules = ruleFields.stream().mapToInt(fields -> fields).distinct().toArray();
    int asked = IntStream.of(rules).reduce(0, (one, other) -> one | other);
    for (int pattern = 0; pattern < random.size(); pattern++) {
      known.merge(known(random.evidence[pattern]) & asked, random.pairs[pattern], Double::sum);
      randomPairs += random.pairs[pattern];
    }
  }

  /** The fields that both records know, a bit a field. */
  private int known(long evidence) {
    return fields(evidence, column -> Evidence.MISSING + 1);
  }

  /** The fields in which they agree, a bit a field. */
  private int equal(long evidence) {
    return fields(evidence, Schema.Column::exact);
  }

  private int fields(long evidence, ToIntFunction<Schema.Column> least) {
    int fields = 0;
    for (int field = 0; field < schema.size(); field++) {
      boolean isIn =
          Evidence.code(evidence, field) >= least.applyAsInt(schema.columns().get(field));
      fields |= isIn ? 1 << field : 0;
    }
    return fields;
  }

  /** Whether two records that agree in some fields are brought together by a rule. */
  private boolean isSure(int equal) {
    for (int rule : rules) {
      if ((rule & ~equal) == 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * The number of pairs of a relation, at least of those that met.
   *
   * @param posteriors by pattern how surely its pairs are of the relation
   * @param probabilities of the relation, by field and code
   */
  double pairs(PatternTable blocked, double[] posteriors, double[][] probabilities) {
    double met = 0;
    double sure = 0;
    for (int pattern = 0; pattern < blocked.size(); pattern++) {
      double pairs = posteriors[pattern] * blocked.pairs[pattern];
      met += pairs;
      sure += isSure(equal(blocked.evidence[pattern])) ? pairs : 0;
    }
    double random = sure < ENOUGH ? 0 : sure(agreeing(probabilities));
    return random < ENOUGH ? met : Math.max(met, sure * randomPairs / random);
  }

  /** By field how probable it is that those who know it agree in it. */
  private double[] agreeing(double[][] probabilities) {
    double[] agreeing = new double[schema.size()];
    for (int field = 0; field < agreeing.length; field++) {
      for (int code = schema.columns().get(field).exact(); code < Evidence.CODES; code++) {
        agreeing[field] += probabilities[field][code];
      }
    }
    return agreeing;
  }

  /** How many pairs at random would be sure to meet if they were of the relation. */
  private double sure(double[] agreeing) {
    double pairs = 0;
    for (Map.Entry<Integer, Double> fields : known.entrySet()) {
      pairs += fields.getValue() * chance(agreeing, fields.getKey(), 0);
    }
    return pairs;
  }

  /**
   * How probable it is that a pair which agrees in some fields and knows others is sure to meet.
   */
  private double chance(double[] agreeing, int open, int agreed) {
    if (isSure(agreed)) {
      return 1;
    }
    if (!isSure(agreed | open)) {
      return 0;
    }
    int field = Integer.lowestOneBit(open);
    double agrees = agreeing[Integer.numberOfTrailingZeros(field)];
    return agrees * chance(agreeing, open & ~field, agreed | field)
        + (1 - agrees) * chance(agreeing, open & ~field, agreed);
  }
}
