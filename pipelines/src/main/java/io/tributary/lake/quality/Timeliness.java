package io.tributary.lake.quality;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Whether the sources a table is made from have delivered within their windows.
 *
 * @param points the mean over those that have a rhythm, 0 to 100
 * @param lost which are late, in words; null when none is
 * @param delivered the day of the newest delivery; null for a table made from no source
 */
public record Timeliness(double points, String lost, LocalDate delivered) {

  /** How the sources stand on a day. */
  public static Timeliness of(List<Rhythm> sources, LocalDate asOf) {
    List<Rhythm> rhythmic = sources.stream().filter(source -> source.window().isPresent()).toList();
    List<String> late =
        rhythmic.stream()
            .filter(source -> source.isLate(asOf))
            .sorted(Comparator.comparingDouble(source -> source.points(asOf)))
            .map(source -> source.source() + " " + source.words(asOf))
            .toList();
    return new Timeliness(
        rhythmic.stream().mapToDouble(source -> source.points(asOf)).average().orElse(100),
        late.isEmpty() ? null : Score.few(late),
        sources.stream().map(Rhythm::last).max(LocalDate::compareTo).orElse(null));
  }
}
