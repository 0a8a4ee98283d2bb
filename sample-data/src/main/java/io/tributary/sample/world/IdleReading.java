package io.tributary.sample.world;

import java.time.LocalDateTime;
import java.util.SortedMap;
import java.util.TreeMap;

/** What someone on a list does with a mailing by chance. */
public final class IdleReading {
  private static final double OPENED = .07;
  private static final double CLICKED = .12;

  private IdleReading() {}

  /** The actions, {@code open} and {@code click}, by their UTC time; mostly none. */
  public static SortedMap<LocalDateTime, String> of(Subscription place, Campaign campaign) {
    var actions = new TreeMap<LocalDateTime, String>();
    var draw =
        Draw.of(place.person().number(), "reading", campaign.brand().number(), campaign.number());
    if (place.isActive(campaign.sentAt()) && draw.chance(OPENED)) {
      var openedAt = campaign.sentAt().plusSeconds(draw.between(60, 180_000));
      actions.put(openedAt, "open");
      if (draw.chance(CLICKED)) {
        actions.put(openedAt.plusSeconds(draw.between(5, 90)), "click");
      }
    }
    return actions;
  }
}
