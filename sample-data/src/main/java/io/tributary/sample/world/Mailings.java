package io.tributary.sample.world;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The mailings of each brand: one every other week, brands on different days. */
public final class Mailings {
  private static final int EVERY_DAYS = 14;

  private final Map<Brand, List<Campaign>> campaigns = new EnumMap<>(Brand.class);

  /** The mailings of a world, those of its future included. */
  public Mailings(Scale scale) {
    int count = (scale.days() + Scale.FUTURE_DAYS) / EVERY_DAYS;
    for (var brand : Brand.values()) {
      campaigns.put(
          brand,
          IntStream.rangeClosed(0, count)
              .mapToObj(number -> campaign(scale, brand, number))
              .toList());
    }
  }

  private static Campaign campaign(Scale scale, Brand brand, int number) {
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
    var sent = between(brand, at.minusDays(days), at);
    return sent.isEmpty() ? Optional.empty() : Optional.of(sent.get(sent.size() - 1));
  }

  /** The mailings of a brand that went out after one time and before another. */
  public List<Campaign> between(Brand brand, LocalDateTime after, LocalDateTime before) {
    var all = campaigns.get(brand);
    int from = countUntil(all, after);
    return all.subList(from, Math.max(from, countUntil(all, before.minusNanos(1))));
  }

  private static int countUntil(List<Campaign> all, LocalDateTime at) {
    long passed = Duration.between(all.get(0).sentAt(), at).toSeconds();
    long every = Duration.ofDays(EVERY_DAYS).toSeconds();
    return (int) Math.min(all.size(), Math.max(0, Math.floorDiv(passed, every) + 1));
  }
}
