package io.tributary.models.identity.linkage;

import java.util.ArrayList;
import java.util.List;

/**
 * How the odds that two records are one person come about: the prior, what each field says against
 * strangers, and what relatives would have in common as well.
 *
 * @param bars in the order in which they add up
 * @param isParted whether some field parts the records for good
 */
public record Waterfall(List<Bar> bars, boolean isParted) {
  /** What stands for the odds before anything is compared. */
  public static final String PRIOR = "prior";

  /** What stands for all that people of one household share without being one. */
  public static final String RELATED = "related";

  /**
   * One piece of evidence.
   *
   * @param what a field, or {@link #PRIOR} or {@link #RELATED}
   * @param likeness in words
   * @param bits by which it raises the odds
   * @param sum the odds, in bits, after it
   */
  public record Bar(String what, String likeness, double bits, double sum) {}

  public Waterfall {
    bars = List.copyOf(bars);
  }

  /** The odds, in bits, that all of it adds up to. */
  public double odds() {
    return bars.get(bars.size() - 1).sum();
  }

  /** What the evidence of two records says. */
  public static Waterfall of(Schema schema, Model model, long evidence) {
    List<Bar> bars = new ArrayList<>();
    double sum = model.priorBits(Relation.SAME) - model.priorBits(Relation.OTHERS);
    bars.add(new Bar(PRIOR, "two records drawn at random", sum, sum));
    boolean isParted = false;
    for (int field = 0; field < schema.size(); field++) {
      Schema.Column column = schema.columns().get(field);
      int code = Evidence.code(evidence, field);
      double bits = model.weight(field, code);
      sum += bits;
      bars.add(new Bar(column.name(), column.meaning(code), bits, sum));
      isParted |= schema.contradicts(field, code);
    }
    double odds = model.odds(evidence);
    bars.add(new Bar(RELATED, "what a household shares as well", odds - sum, odds));
    return new Waterfall(bars, isParted);
  }
}
