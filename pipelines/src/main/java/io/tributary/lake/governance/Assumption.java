package io.tributary.lake.governance;

import io.tributary.lake.TributaryException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * One decision of finance: from a day on, a figure has a value.
 *
 * @param brand null for the enterprise default, which holds where a brand has no value of its own
 * @param recordedAt when it was written down; of two for one day the later stands. Null, as in a
 *     file of seeds, means the start of its first day, so that any word of finance is later
 */
public record Assumption(
    AssumptionName name,
    String brand,
    BigDecimal value,
    LocalDate effectiveFrom,
    String owner,
    String note,
    Instant recordedAt) {

  /** Digits kept after the point. */
  private static final int SCALE = 6;

  public Assumption {
    require("name", name);
    require("effective_from", effectiveFrom);
    require("owner", owner);
    recordedAt =
        recordedAt == null ? effectiveFrom.atStartOfDay(ZoneOffset.UTC).toInstant() : recordedAt;
    value = name.requireInRange(value);
    if (value.stripTrailingZeros().scale() > SCALE) {
      throw TributaryException.usage(
          "%s cannot be %s: at most %d digits after the point are kept."
              .formatted(name.text(), value.toPlainString(), SCALE));
    }
    value = value.setScale(SCALE);
  }

  boolean isInForce(LocalDate day) {
    return !effectiveFrom.isAfter(day);
  }

  private static void require(String what, Object given) {
    if (given == null || given.toString().isBlank()) {
      throw TributaryException.usage("An assumption has no %s. Give it one.".formatted(what));
    }
  }
}
