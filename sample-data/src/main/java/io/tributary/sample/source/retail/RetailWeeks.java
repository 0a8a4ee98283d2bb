package io.tributary.sample.source.retail;

import io.tributary.sample.landing.Delivery;
import io.tributary.sample.retail.Retailer;
import io.tributary.sample.world.Scale;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Which of a partner's weeks, by their last days, a delivery brings. */
record RetailWeeks(Retailer retailer, Scale scale) {
  private static final int DAYS = 7;
  private static final int DAYS_TO_REPORT = 3;

  /** The weeks that are reported for the first time. */
  List<LocalDate> fresh(Delivery delivery) {
    var first = retailer.weekEnd(scale.firstDay().plusDays(DAYS - 1L));
    return Stream.iterate(first, end -> !end.isAfter(delivery.date()), end -> end.plusDays(DAYS))
        .filter(end -> delivery.brings(end.plusDays(DAYS_TO_REPORT)))
        .toList();
  }

  /** The weeks that are corrected: each when the next one comes. */
  List<LocalDate> corrected(Delivery delivery) {
    return fresh(delivery).stream()
        .map(end -> end.minusDays(DAYS))
        .filter(end -> !end.isBefore(scale.firstDay().plusDays(DAYS)))
        .toList();
  }
}
