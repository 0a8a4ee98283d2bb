package io.tributary.lake.quality;

import io.tributary.lake.Table;
import io.tributary.lake.quality.Scored.Outcome;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A table's scores of past nights, the oldest first, and how tonight's come out beside them. */
public final class PastScores {
  private static final int REMEMBERED = 28;

  /** So much less of a column filled than usual is worth an alert by itself. */
  private static final double EMPTIED = 0.2;

  private final List<Scored> nights;

  public PastScores(List<Scored> nights) {
    this.nights =
        nights.stream()
            .filter(night -> night.outcome() != Outcome.REFUSED)
            .sorted(Comparator.comparingLong(Scored::run))
            .toList();
  }

  /** A night on which a table was written, or would have been but for a gate. */
  public record Night(
      long run,
      LocalDate asOf,
      boolean isCommitted,
      boolean isWhole,
      Profile profile,
      List<Finding> findings) {}

  /** The score of rows that were written tonight. */
  public Scored scored(Table table, Night night, Timeliness timeliness) {
    Usual usual = usual(night.isWhole());
    Score score = Score.of(table, night.profile(), night.findings(), usual, timeliness);
    List<String> anomalies = new ArrayList<>();
    volume(night.asOf(), night.profile(), night.isWhole()).ifPresent(anomalies::add);
    Filling.of(table, night.profile(), usual).gaps().stream()
        .filter(gap -> gap.share() >= EMPTIED)
        .map(Filling.Gap::words)
        .forEach(anomalies::add);
    return new Scored(
        night.run(),
        night.asOf(),
        table.qualifiedName(),
        night.isCommitted() ? Outcome.WRITTEN : Outcome.REFUSED,
        night.isWhole(),
        night.profile(),
        score,
        timeliness.delivered(),
        List.copyOf(anomalies));
  }

  /**
   * A night whose files brought no row, which is a number of rows as well; empty where rows were
   * never brought, or the whole table is always made.
   */
  public Optional<Scored> empty(long run, LocalDate asOf, Timeliness timeliness) {
    List<Scored> brought = brought();
    if (brought.isEmpty() || brought.get(brought.size() - 1).isWhole()) {
      return carried(run, asOf, timeliness);
    }
    Scored last = nights.get(nights.size() - 1);
    Profile none = new Profile(0, Map.of(), Map.of());
    return Optional.of(
        new Scored(
            run,
            asOf,
            last.table(),
            Outcome.EMPTY,
            /* isWhole= */ false,
            none,
            last.score().with(timeliness),
            timeliness.delivered(),
            volume(asOf, none, /* isWhole= */ false).stream().toList()));
  }

  /** The last score as it stands today; empty when nothing about it has changed. */
  public Optional<Scored> carried(long run, LocalDate asOf, Timeliness timeliness) {
    if (nights.isEmpty()) {
      return Optional.empty();
    }
    Scored last = nights.get(nights.size() - 1);
    Score score = last.score().with(timeliness);
    boolean isSame =
        score.total() == last.score().total()
            && Objects.equals(timeliness.delivered(), last.delivered());
    return isSame
        ? Optional.empty()
        : Optional.of(
            new Scored(
                run,
                asOf,
                last.table(),
                Outcome.CARRIED,
                last.isWhole(),
                last.profile(),
                score,
                timeliness.delivered(),
                List.of()));
  }

  /** What a whole table holds and what a night brings are not alike. */
  private Usual usual(boolean isWhole) {
    List<Profile> profiles =
        brought().stream()
            .filter(night -> night.isWhole() == isWhole)
            .map(Scored::profile)
            .toList();
    return new Usual(profiles.subList(Math.max(0, profiles.size() - REMEMBERED), profiles.size()));
  }

  /** What a night brings is compared by the day, since a run may bring several days at once. */
  private Optional<String> volume(LocalDate asOf, Profile profile, boolean isWhole) {
    List<Double> before = new ArrayList<>();
    List<Scored> brought = brought();
    for (int i = 0; i < brought.size(); i++) {
      Scored past = brought.get(i);
      long days = past.isWhole() || i == 0 ? 1 : days(brought.get(i - 1).asOf(), past.asOf());
      if (past.isWhole() == isWhole && days > 0) {
        before.add((double) past.profile().rows() / days);
      }
    }
    long days =
        isWhole || brought.isEmpty() ? 1 : days(brought.get(brought.size() - 1).asOf(), asOf);
    return days == 0
        ? Optional.empty()
        : Volume.anomaly(
            (double) profile.rows() / days,
            before.subList(Math.max(0, before.size() - REMEMBERED), before.size()));
  }

  private static long days(LocalDate from, LocalDate to) {
    return ChronoUnit.DAYS.between(from, to);
  }

  /** The nights that brought rows, or should have. */
  private List<Scored> brought() {
    return nights.stream().filter(night -> night.outcome() != Outcome.CARRIED).toList();
  }
}
