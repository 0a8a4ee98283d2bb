package io.tributary.lake.quality;

import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.lake.quality.Scored.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PastScoresTest {
  private static final Field ID = required("id", LONG, "Its number");
  private static final Field CAMPAIGN = optional("campaign", TEXT, "Campaign");
  private static final Table SALES = Table.silver("sales", "One row per sale.", ID, CAMPAIGN);
  private static final LocalDate JUNE = LocalDate.parse("2026-06-01");
  private static final Timeliness IN_TIME = new Timeliness(100, null, JUNE);

  private final List<Scored> nights = new ArrayList<>();

  /** A night that brings so many rows, a tenth of them without a campaign. */
  private Scored night(int day, long rows) {
    return night(day, rows, rows / 10, true);
  }

  private Scored night(int day, long rows, long noCampaign, boolean isCommitted) {
    Profile profile = new Profile(rows, Map.of("campaign", noCampaign), Map.of());
    return night(
        new PastScores.Night(
            day, JUNE.plusDays(day), isCommitted, /* isWhole= */ false, profile, List.of()));
  }

  private Scored night(PastScores.Night of) {
    Scored scored = new PastScores(nights).scored(SALES, of, IN_TIME);
    nights.add(scored);
    return scored;
  }

  private void tenNights() {
    night(0, 1_000_000);
    for (int day = 1; day <= 9; day++) {
      night(day, 1000);
    }
  }

  @Test
  void aNightOutOfLineWithTheNightsBeforeIsToldAndNotScored() {
    tenNights();

    Scored many = night(10, 9000);

    assertThat(many.anomalies())
        .containsExactly("9,000 rows, where 1,000 is usual (median of 10 nights)");
    assertThat(many.score().total()).isEqualTo(100);
    assertThat(many.isAlert()).isFalse();
  }

  @Test
  void severalDaysAtOnceAreComparedByTheDay() {
    tenNights();

    assertThat(night(18, 9000).anomalies()).isEmpty();
    assertThat(night(18, 3).anomalies()).as("more of the same day").isEmpty();
  }

  @Test
  void filesWithoutARowAreANightOfNoRowsAndNoGapBeforeTheNext() {
    tenNights();

    for (int day = 10; day <= 14; day++) {
      Scored empty = new PastScores(nights).empty(day, JUNE.plusDays(day), IN_TIME).orElseThrow();
      nights.add(empty);
      assertThat(empty.outcome()).isEqualTo(Outcome.EMPTY);
      assertThat(empty.anomalies())
          .singleElement()
          .asString()
          .startsWith("0 rows, where 1,000 is usual");
    }

    assertThat(night(15, 1000).anomalies()).isEmpty();
  }

  @Test
  void aTableThatNeverHeldRowsIsMissedByNobody() {
    assertThat(new PastScores(nights).empty(1, JUNE, IN_TIME)).isEmpty();
  }

  @Test
  void aColumnThatIsSuddenlyEmptyIsToldBesideItsPoints() {
    tenNights();

    Scored emptied = night(10, 1000, 1000, true);

    assertThat(emptied.anomalies())
        .containsExactly("campaign is filled in 0 % of 1,000 rows, in 90 % before");
    assertThat(emptied.score().points().get(Dimension.COMPLETENESS)).isLessThan(60);
  }

  @Test
  void aWholeTableIsNoMeasureOfWhatANightBrings() {
    Profile whole = new Profile(1_000_000, Map.of("campaign", 0L), Map.of());
    for (int day = 0; day <= 9; day++) {
      night(
          new PastScores.Night(
              day,
              JUNE.plusDays(day),
              /* isCommitted= */ true,
              /* isWhole= */ true,
              whole,
              List.of()));
    }

    assertThat(night(10, 1000, 900, true).anomalies()).isEmpty();
  }

  @Test
  void whatAGateRefusedIsNoHistory() {
    tenNights();

    assertThat(night(10, 1, 1, false).outcome()).isEqualTo(Outcome.REFUSED);

    assertThat(night(11, 2000).anomalies()).as("of two days").isEmpty();
    assertThat(new PastScores(nights).carried(12, JUNE.plusDays(12), IN_TIME)).isEmpty();
  }

  @Test
  void aTableLeftAsItWasIsScoredAgainWhenItsSourcesFallLate() {
    night(1, 1000);
    Timeliness late = new Timeliness(50, "till is late", JUNE);

    Scored carried = new PastScores(nights).carried(2, JUNE.plusDays(2), late).orElseThrow();
    nights.add(carried);

    assertThat(carried.outcome()).isEqualTo(Outcome.CARRIED);
    assertThat(carried.score().total()).isEqualTo(90);
    assertThat(carried.isLow()).isTrue();
    assertThat(carried.isAlert()).as("the source has an alert of its own").isFalse();
    assertThat(new PastScores(nights).carried(3, JUNE.plusDays(3), late)).isEmpty();
  }
}
