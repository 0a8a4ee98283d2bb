package io.tributary.sample.world;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The mailings of each brand: one every other week, brands on different days. */
public final class Mailings {
  private static final int EVERY_DAYS = 14;

  private final Scale scale;

  /** The mailings of a world. */
  public Mailings(Scale scale) {
    this.scale = scale;
  }

  private Campaign campaign(Brand brand, int number) {
    var sentAt =
        scale
            .firstDay()
            .plusDays(brand.number() * 3L + (long) number * EVERY_DAYS)
            .atTime(8 + brand.number(), 30);
    long id = Draw.of(scale.seed(), "campaign", brand.number(), number).bits() >>> 24;
    return new Campaign(brand, number, "%010x".formatted(id), sentAt);
  }

  /** The mailing of a brand that went out within these days before a UTC time. */
  public Optional<Campaign> lately(Brand brand, LocalDateTime at, int days) {
    long passed = Duration.between(campaign(brand, 0).sentAt(), at).toDays();
    if (passed < 0 || at.isBefore(campaign(brand, 0).sentAt())) {
      return Optional.empty();
    }
    var last = campaign(brand, (int) (passed / EVERY_DAYS));
    return Optional.of(last).filter(sent -> sent.sentAt().plusDays(days).isAfter(at));
  }

  /** The mailings of a brand that went out after one time and before another. */
  public List<Campaign> between(Brand brand, LocalDateTime after, LocalDateTime before) {
    var sent = new ArrayList<Campaign>();
    var first = campaign(brand, 0).sentAt();
    int number = (int) Math.max(0, Duration.between(first, after).toDays() / EVERY_DAYS);
    for (var next = campaign(brand, number); next.sentAt().isBefore(before); number++) {
      if (next.sentAt().isAfter(after)) {
        sent.add(next);
      }
      next = campaign(brand, number + 1);
    }
    return sent;
  }
}
