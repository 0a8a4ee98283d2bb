package io.tributary.silver.identity.match;

import io.tributary.models.identity.blocking.Blocking;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a blocking rule brings together, and where not all of that met.
 *
 * @param divided blocks that are divided
 * @param crowded blocks, or parts of divided ones, in which a record meets only its neighbours
 * @param largestCrowded records of the largest of these
 */
record RuleBlocks(RuleCensus census, long divided, long crowded, long largestCrowded) {
  static List<RuleBlocks> of(BlockCensus census, Blocking blocking, Set<CrowdedBlock> crowded) {
    List<RuleBlocks> rules = new ArrayList<>();
    for (int at = 0; at < census.rules().size(); at++) {
      int rule = at;
      List<CrowdedBlock> ofRule = crowded.stream().filter(block -> block.rule() == rule).toList();
      rules.add(
          new RuleBlocks(
              census.rules().get(rule),
              blocking.dividedBlocks(rule),
              ofRule.size(),
              ofRule.stream().mapToLong(CrowdedBlock::records).max().orElse(0)));
    }
    return rules;
  }
}
