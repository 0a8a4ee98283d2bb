package io.tributary.sample.landing;

import io.tributary.sample.world.Scale;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the tools hand over on one date: whatever changed after the delivery before. */
public record Delivery(LocalDate date, LocalDate after, LocalDate historyDay) {
  private static final int DAYS_A_WEEK = 7;

  /** The history, and then a delivery for each remaining day. */
  public static List<Delivery> all(Scale scale) {
    var historyDay = scale.historyDay();
    return IntStream.rangeClosed(0, scale.daily())
        .mapToObj(historyDay::plusDays)
        .map(date -> new Delivery(date, before(date, historyDay), historyDay))
        .toList();
  }

  private static LocalDate before(LocalDate date, LocalDate historyDay) {
    return date.equals(historyDay) ? LocalDate.MIN : date.minusDays(1);
  }

  /** Whether this is the first delivery, with everything up to its date. */
  public boolean isHistory() {
    return date.equals(historyDay);
  }

  /** Whether the tools that export once a week do so in this delivery. */
  public boolean isWeekly() {
    return ChronoUnit.DAYS.between(historyDay, date) % DAYS_A_WEEK == 0;
  }

  /** Whether something that happened at this local time is in this delivery and in none before. */
  public boolean brings(LocalDateTime at) {
    return brings(at.toLocalDate());
  }

  /** Whether something that happened on this day is in this delivery and in none before. */
  public boolean brings(LocalDate day) {
    return knows(day) && day.isAfter(after);
  }

  /** Whether something that happened at this local time is known by now. */
  public boolean knows(LocalDateTime at) {
    return knows(at.toLocalDate());
  }

  /** Whether something that happened on this day is known by now. */
  public boolean knows(LocalDate day) {
    return !day.isAfter(date);
  }

  /** The latest of these changes known by now, if one of them is new in this delivery. */
  public Optional<LocalDateTime> latest(Stream<LocalDateTime> changes) {
    var known = changes.filter(this::knows).sorted().toList();
    return known.stream().anyMatch(this::brings)
        ? Optional.of(known.get(known.size() - 1))
        : Optional.empty();
  }

  /** Whether a day is in this delivery, when each brings so many days before its own again. */
  public boolean restates(LocalDate day, int days) {
    return knows(day) && (isHistory() || !day.isBefore(date.minusDays(days)));
  }

  /** The days of a delivery that brings so many days before its own again. */
  public Stream<LocalDate> restated(LocalDate first, int days) {
    var from = isHistory() ? first : date.minusDays(days);
    return from.datesUntil(date.plusDays(1));
  }
}
