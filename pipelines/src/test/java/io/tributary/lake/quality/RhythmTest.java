package io.tributary.lake.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RhythmTest {
  private static final LocalDate DAY = LocalDate.parse("2026-06-01");

  /** A delivery so many days after 1 June 2026. */
  private static Rhythm delivering(int... days) {
    return Rhythm.of("shop", IntStream.of(days).mapToObj(DAY::plusDays).toList());
  }

  @Test
  void aDeliveryIsDueOneDayAfterTheSecondLongestPause() {
    assertThat(delivering(0, 1, 2, 3).window()).hasValue(2);
    assertThat(delivering(0, 7, 14, 21).window()).hasValue(8);
    // Monday to Friday, and the weekends between.
    assertThat(delivering(0, 1, 2, 3, 4, 7, 8, 9, 10, 11, 14).window()).hasValue(4);
    // A long history first, or one outage, is no rhythm.
    assertThat(delivering(0, 40, 41, 42, 43).window()).hasValue(2);
  }

  @Test
  void fewerThanThreeDeliveriesMakeNoRhythm() {
    assertThat(delivering(0).window()).isEmpty();
    assertThat(delivering(0, 1, 1, 0).window()).isEmpty();
    assertThat(delivering(0, 1).points(DAY.plusYears(1))).isEqualTo(100);
  }

  @Test
  void pointsFallAsADeliveryStaysOut() {
    Rhythm daily = delivering(0, 1, 2, 3);

    assertThat(daily.points(DAY.plusDays(5))).isEqualTo(100);
    assertThat(daily.points(DAY.plusDays(7))).isEqualTo(50);
    assertThat(daily.points(DAY.plusDays(13))).isEqualTo(20);
  }

  @Test
  void aTableIsAsTimelyAsItsSourcesAreOnAverage() {
    Rhythm daily = delivering(0, 1, 2, 3);
    Rhythm weekly = new Rhythm("partner", delivering(0, 7, 14).days());
    Rhythm once = new Rhythm("catalogue", delivering(0).days());

    Timeliness timeliness = Timeliness.of(List.of(daily, weekly, once), DAY.plusDays(13));

    assertThat(timeliness.points()).isEqualTo((20 + 100) / 2.0);
    assertThat(timeliness.delivered()).isEqualTo("2026-06-15");
    assertThat(timeliness.lost())
        .isEqualTo(
            "shop last delivered for 2026-06-04, 10 days before 2026-06-14,"
                + " and is due within 2 days");
  }
}
