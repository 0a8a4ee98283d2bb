package io.tributary.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tributary.sample.world.Scale;
import io.tributary.sample.world.World;
import java.time.LocalDate;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentsTest {
  /**
   * The wanted shares, but for At Risk (27) and Hibernating (18): both lie within the low recency
   * quintiles, which hold 40 percent of the buyers at most.
   */
  private static final Map<String, Double> WANTED =
      Map.of(
          "New", 8.0,
          "Champions", 14.0,
          "Loyalists", 26.0,
          "Promising", 12.0,
          "At Risk", 23.5,
          "Hibernating", 16.5);

  @ParameterizedTest
  @CsvSource({"1, 2.0", "2, 3.0", "3, 3.0"})
  void trueBuyersFallIntoTheSegmentsNearlyAsWanted(long seed, double tolerance) {
    var world = World.of(new Scale(seed, 5000, 1096, LocalDate.of(2026, 6, 30), 14));

    var found = new TrueSegments(world).percentages();

    Offset<Double> band = within(tolerance);
    assertThat(found.keySet()).isEqualTo(WANTED.keySet());
    WANTED.forEach(
        (segment, share) -> assertThat(found.get(segment)).as(segment).isCloseTo(share, band));
  }
}
