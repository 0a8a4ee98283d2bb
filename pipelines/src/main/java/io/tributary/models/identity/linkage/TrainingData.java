package io.tributary.models.identity.linkage;

import java.util.List;

/**
 * What a model is fitted to.
 *
 * @param schema the fields
 * @param rarities how common the values of each field are
 * @param blocked the patterns of the pairs that blocking brought together
 * @param random the patterns of pairs drawn at random
 * @param ruleFields for each blocking rule the fields it needs, a bit a field; a rule that is not
 *     listed may need any
 * @param allPairs how many pairs the records make, brought together or not
 */
public record TrainingData(
    Schema schema,
    List<Rarity> rarities,
    Patterns blocked,
    Patterns random,
    List<Integer> ruleFields,
    double allPairs) {

  /** The rules, a bit a rule, that bring pairs together whatever their likeness in a field. */
  int rulesWithout(int field) {
    int rules = 0;
    for (int rule = 0; rule < ruleFields.size(); rule++) {
      if ((ruleFields.get(rule) >>> field & 1) == 0) {
        rules |= 1 << rule;
      }
    }
    return rules;
  }
}
