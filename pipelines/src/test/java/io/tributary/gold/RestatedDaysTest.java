package io.tributary.gold;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.gold.GoldHouse.Night;
import io.tributary.gold.customer.CustomerDays;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sales that last past midnight: what is restated counts as what was made at once. */
class RestatedDaysTest {
  private static final Night RECEIPT =
      new Night(
          "R1 | crm:ann | 2026-06-29\n",
          """
          R1/1 | R1 | 2026-06-29 | 1 | 10.00
          R1/2 | R1 | 2026-06-30 | 2 | 7.00
          """,
          "crm:ann | ann\ncrm:ben | ben\n");

  @TempDir private Path folder;

  @Test
  void aLineRungUpAfterMidnightStaysWhenTheDayOfItsOrderIsRestated() {
    Night later =
        new Night("R2 | crm:ben | 2026-06-29\n", "R2/1 | R2 | 2026-06-29 | 1 | 3.00\n", "");

    assertThat(days(RECEIPT, later))
        .isEqualTo(days(RECEIPT.and(later)))
        .containsExactly("ann | 2026-06-29 | 3 | 17.00", "ben | 2026-06-29 | 1 | 3.00");
  }

  @Test
  void aLineThatComesLaterRestatesTheDayOfItsOrder() {
    Night later = new Night("", "R1/3 | R1 | 2026-06-30 | 1 | 5.00\n", "");

    assertThat(days(RECEIPT, later))
        .isEqualTo(days(RECEIPT.and(later)))
        .containsExactly("ann | 2026-06-29 | 4 | 22.00");
  }

  /** The days of customers after some nights in a lakehouse of their own. */
  private List<String> days(Night... nights) {
    GoldHouse house = new GoldHouse(folder.resolve(nights.length + " nights"));
    for (Night night : nights) {
      assertThat(house.night(night).isPublished()).isTrue();
    }
    return Rows.of(
        house
            .table(CustomerDays.TABLE)
            .select("master_customer_id", "activity_date", "units", "revenue"));
  }
}
