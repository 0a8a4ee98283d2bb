package io.tributary.sample.world;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Carries local times from one zone to another. */
public final class Moment {
  private Moment() {}

  /** The UTC time of a local time in this zone. */
  public static LocalDateTime utc(LocalDateTime local, ZoneId zone) {
    return local.atZone(zone).withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
  }
}
