package io.tributary.models.rfm;

import java.util.List;

/**
 * A segment, who belongs to it and how to speak to them.
 *
 * @param when alternatives of which one must hold
 */
public record SegmentRule(
    String segment, List<Condition> when, String primaryChannel, String campaignStrategy) {

  public SegmentRule {
    requireText("segment", segment);
    requireText("primary channel of " + segment, primaryChannel);
    requireText("campaign strategy of " + segment, campaignStrategy);
    if (when == null || when.isEmpty()) {
      throw new IllegalArgumentException(
          "%s has no condition; for the rest of the buyers write one that allows all, {}"
              .formatted(segment));
    }
    when = List.copyOf(when);
  }

  boolean holdsFor(RfmCell cell) {
    return when.stream().anyMatch(condition -> condition.holdsFor(cell));
  }

  private static void requireText(String what, String text) {
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException("the " + what + " is missing");
    }
  }
}
