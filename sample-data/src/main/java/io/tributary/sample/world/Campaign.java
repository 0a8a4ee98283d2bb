package io.tributary.sample.world;

import java.time.LocalDateTime;

/** One mailing of a brand; the time is UTC. */
public record Campaign(Brand brand, int number, String id, LocalDateTime sentAt) {
  /** Its name in the mailing tool. */
  public String title() {
    return "%s news %d/%02d no. %d"
        .formatted(brand.title(), sentAt.getYear(), sentAt.getMonthValue(), number);
  }

  /** Its name in the links it carries. */
  public String slug() {
    return brand.slug() + "-news-" + number;
  }
}
