package io.tributary.sample.fault;

import io.tributary.sample.world.Draw;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Spoils a few of a source's records, one file after another in the order of their deliveries. What
 * comes late waits for the file of its new day; nothing else is held.
 */
final class SpoiledSource {
  private static final double SHARE = .024;
  private static final double FOUR_WEEKS_LATE = .03;

  private record Waiting(String line, Optional<Kind> kind) {}

  private final Path landing;
  private final Rule rule;
  private final Journal journal;
  private final LocalDate lastDay;
  private final Map<LocalDate, List<Waiting>> waiting = new HashMap<>();

  SpoiledSource(Path landing, Rule rule, Journal journal, LocalDate lastDay) {
    this.landing = landing;
    this.rule = rule;
    this.journal = journal;
    this.lastDay = lastDay;
  }

  /** Spoils a file of the delivery of a day. */
  void spoil(Path path, LocalDate delivered, Draw draw) throws IOException {
    try (var file = new Rewritten(landing, path, journal)) {
      bringLate(delivered, file);
      for (var line = file.next(); line != null; line = file.next()) {
        var kind = kind(line, delivered, draw);
        if (kind.isEmpty()) {
          file.write(line);
        } else if (kind.orElseThrow() == Kind.OUT_OF_ORDER) {
          var after = file.next();
          if (after != null) {
            file.write(after, Kind.OUT_OF_ORDER);
          }
          file.write(line);
        } else {
          spoil(line, kind.orElseThrow(), delivered, file);
        }
      }
    }
  }

  private void bringLate(LocalDate delivered, Rewritten file) throws IOException {
    var due = waiting.remove(delivered);
    for (var late : due == null ? List.<Waiting>of() : due) {
      if (late.kind().isPresent()) {
        file.write(late.line(), late.kind().orElseThrow());
      } else {
        file.write(late.line());
      }
    }
  }

  private Optional<Kind> kind(String line, LocalDate delivered, Draw draw) {
    boolean fourWeeks =
        rule.faults().containsKey(Kind.LATE_28) && comesLater(line, Kind.LATE_28, delivered);
    if (fourWeeks && draw.chance(FOUR_WEEKS_LATE)) {
      return Optional.of(Kind.LATE_28);
    }
    return draw.chance(SHARE)
        ? Optional.of(draw.pick(new ArrayList<>(rule.faults().keySet())))
        : Optional.empty();
  }

  private boolean comesLater(String line, Kind kind, LocalDate delivered) {
    return due(line, kind)
        .filter(day -> day.isAfter(delivered) && !day.isAfter(lastDay))
        .isPresent();
  }

  private Optional<LocalDate> due(String line, Kind kind) {
    var found = rule.day().matcher(line);
    if (!found.find()) {
      return Optional.empty();
    }
    var day = found.group();
    var date =
        day.contains("-")
            ? LocalDate.parse(day)
            : LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE);
    return Optional.of(date.plusDays(kind.daysLate()));
  }

  private void spoil(String line, Kind kind, LocalDate delivered, Rewritten file)
      throws IOException {
    var changed = rule.faults().get(kind).apply(line);
    if (kind.daysLate() > 0) {
      if (comesLater(line, kind, delivered)) {
        await(due(line, kind).orElseThrow(), new Waiting(line, Optional.of(kind)));
      } else {
        file.write(line);
      }
    } else if (kind == Kind.DUPLICATE) {
      file.write(line);
      file.write(line, kind);
    } else if (kind == Kind.RESTATED && delivered.isBefore(lastDay)) {
      await(delivered.plusDays(1), new Waiting(line, Optional.empty()));
      file.write(changed, kind);
    } else if (kind == Kind.RESTATED || changed.equals(line)) {
      file.write(line);
    } else {
      file.write(changed, kind);
    }
  }

  private void await(LocalDate day, Waiting late) {
    waiting.computeIfAbsent(day, none -> new ArrayList<>()).add(late);
  }
}
