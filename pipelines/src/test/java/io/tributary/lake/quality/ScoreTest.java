package io.tributary.lake.quality;

import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;
import static io.tributary.lake.quality.Dimension.COMPLETENESS;
import static io.tributary.lake.quality.Dimension.CONSISTENCY;
import static io.tributary.lake.quality.Dimension.TIMELINESS;
import static io.tributary.lake.quality.Dimension.UNIQUENESS;
import static io.tributary.lake.quality.Dimension.VALIDITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.lake.Check;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoreTest {
  private static final Field ID = required("id", TEXT, "Its key");
  private static final Field CAMPAIGN = optional("campaign", TEXT, "Campaign");
  private static final Field COST = required("cost", LONG, "Cost");
  private static final Field TOTAL = required("total", LONG, "Cost and fee");

  private static final Check POSITIVE = Check.warn("cost is positive", "cost > 0");
  private static final Check ADDS_UP = Check.warn("adds up", "total >= cost");
  private static final Check UNIQUE = Check.fail(Dimension.KEY_IS_UNIQUE, "id");
  private static final Table SPEND =
      Table.silver("spend", "One row per day.", ID, CAMPAIGN, COST, TOTAL)
          .key(ID)
          .check(POSITIVE, ADDS_UP);

  private static final LocalDate DAY = LocalDate.parse("2026-06-30");
  private static final Timeliness IN_TIME = new Timeliness(100, null, DAY);

  private static Profile profile(long rows, long blankIds, long noCampaign) {
    return new Profile(rows, Map.of("id", blankIds, "campaign", noCampaign), Map.of());
  }

  private static List<Finding> findings(long rows, long free, long wrongSums) {
    return List.of(
        new Finding(POSITIVE, rows, free),
        new Finding(ADDS_UP, rows, wrongSums),
        new Finding(UNIQUE, rows, 0));
  }

  @Test
  void rowsWithoutAFaultScoreAHundred() {
    Score score =
        Score.of(SPEND, profile(1000, 0, 400), findings(1000, 0, 0), Usual.UNKNOWN, IN_TIME);

    assertThat(score.total()).isEqualTo(100);
    assertThat(score.lost()).isEmpty();
  }

  @Test
  void theScoreIsTheMeanOfFiveDimensionsAndSaysWhatEachLost() {
    Usual usual = new Usual(List.of(profile(2000, 0, 200), profile(2000, 0, 200)));
    Timeliness late = new Timeliness(50, "shop is late", DAY);

    Score score = Score.of(SPEND, profile(1000, 10, 500), findings(1000, 100, 200), usual, late);

    // Of 3 x 1,000 required cells 10 are blank; of 900 campaigns that are usual 400 are missing.
    assertThat(score.points())
        .containsEntry(COMPLETENESS, 89.49)
        .containsEntry(VALIDITY, 90.0)
        .containsEntry(UNIQUENESS, 100.0)
        .containsEntry(TIMELINESS, 50.0)
        .containsEntry(CONSISTENCY, 80.0);
    assertThat(score.total()).isEqualTo(81.9);
    assertThat(score.words())
        .isEqualTo(
            "quality 81.9 of 100. Lost: 2.1 points by completeness (campaign is filled in 50 % of"
                + " 1,000 rows, in 90 % before; id is blank in 10 of 1,000 rows); 2.0 points by"
                + " validity (100 of 1000 rows break 'cost is positive' (cost > 0)); 10.0 points by"
                + " timeliness (shop is late); 4.0 points by consistency (200 of 1000 rows break"
                + " 'adds up' (total >= cost))");
  }

  @Test
  void anOptionalColumnLosesNothingToChance() {
    Usual usual = new Usual(List.of(profile(1000, 0, 500)));

    Score few = Score.of(SPEND, profile(10, 0, 8), findings(10, 0, 0), usual, IN_TIME);
    Score many = Score.of(SPEND, profile(1000, 0, 800), findings(1000, 0, 0), usual, IN_TIME);

    assertThat(few.points()).containsEntry(COMPLETENESS, 100.0);
    assertThat(many.points().get(COMPLETENESS)).isLessThan(95);
  }

  @Test
  void aTableWithoutRowsHasNoFault() {
    Usual usual = new Usual(List.of(profile(1000, 0, 500)));

    Score score = Score.of(SPEND, profile(0, 0, 0), findings(0, 0, 0), usual, IN_TIME);

    assertThat(score.total()).isEqualTo(100);
  }

  @Test
  void anotherDayMovesTimelinessOnly() {
    Score score =
        Score.of(SPEND, profile(1000, 0, 0), findings(1000, 0, 500), Usual.UNKNOWN, IN_TIME);

    Score later = score.with(new Timeliness(25, "shop is late", DAY));

    assertThat(later.points()).containsEntry(CONSISTENCY, 50.0).containsEntry(TIMELINESS, 25.0);
    assertThat(later.lost()).containsOnlyKeys(CONSISTENCY, TIMELINESS);
  }
}
