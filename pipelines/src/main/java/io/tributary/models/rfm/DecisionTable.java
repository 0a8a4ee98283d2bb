package io.tributary.models.rfm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Segment rules in order; the first that holds decides. Every cell has exactly one segment. */
public record DecisionTable(List<SegmentRule> rules) {

  public DecisionTable {
    rules = List.copyOf(rules);
    requireDistinctNames(rules);
    requireEveryCellDecided(rules);
    requireEveryRuleReached(rules);
  }

  public SegmentRule decide(RfmCell cell) {
    return first(rules, cell).orElseThrow();
  }

  private static Optional<SegmentRule> first(List<SegmentRule> rules, RfmCell cell) {
    return rules.stream().filter(rule -> rule.holdsFor(cell)).findFirst();
  }

  private static void requireDistinctNames(List<SegmentRule> rules) {
    Set<String> names = new HashSet<>();
    for (SegmentRule rule : rules) {
      if (!names.add(rule.segment())) {
        throw new IllegalArgumentException(
            "%s stands twice; give it one rule with several conditions".formatted(rule.segment()));
      }
    }
  }

  private static void requireEveryCellDecided(List<SegmentRule> rules) {
    for (RfmCell cell : RfmCell.all()) {
      if (first(rules, cell).isEmpty()) {
        throw new IllegalArgumentException(
            "no segment takes a buyer who is %s; let the last rule take the rest".formatted(cell));
      }
    }
  }

  private static void requireEveryRuleReached(List<SegmentRule> rules) {
    List<SegmentRule> unreached = new ArrayList<>(rules);
    RfmCell.all().forEach(cell -> first(rules, cell).ifPresent(unreached::remove));
    if (!unreached.isEmpty()) {
      throw new IllegalArgumentException(
          "%s can have nobody: the rules before it take all of its buyers; move it up"
              .formatted(unreached.get(0).segment()));
    }
  }
}
