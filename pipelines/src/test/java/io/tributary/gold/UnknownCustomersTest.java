package io.tributary.gold;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.gold.GoldHouse.Night;
import io.tributary.lake.Alert;
import io.tributary.lake.RunReport;
import io.tributary.lake.ops.QualityChecks;
import io.tributary.lake.ops.QualityScores;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders that name a customer profile nobody delivered count as anonymous, and are counted. */
class UnknownCustomersTest {
  private static final String UNMET =
      "2 of 3 rows (66.7 %) name what is not there: 'customer_record_key is known'"
          + " (customer_record_key in silver.identity_links); deliver it, or map the column as the"
          + " source of what it names writes it";

  @TempDir private Path folder;

  @Test
  void theirNumberIsToldAndCostsTheScoreUntilTheProfileComes() {
    GoldHouse house = new GoldHouse(folder);
    RunReport without =
        house.night(
            new Night(
                """
                R1 | crm:ann   | 2026-06-29
                R2 | -         | 2026-06-29
                R3 | crm:zoe   | 2026-06-29
                R4 | crm: 0042 | 2026-06-28
                """,
                "",
                "crm:ann | ann\n"));
    RunReport with = house.night(new Night("R5 | crm:ann | 2026-06-30\n", "", "crm:zoe | zoe\n"));

    assertThat(without.alerts()).contains(new Alert("silver.orders", UNMET));
    assertThat(with.alerts()).isEmpty();
    Rows.assertRows(
        house.table(QualityChecks.TABLE).where("check_name = 'customer_record_key is known'"),
        """
        run | table_name    | level | rows | violations | is_passed
        1   | silver.orders | WARN  | 3    | 2          | false
        2   | silver.orders | WARN  | 3    | 0          | true
        """);
    Rows.assertRows(
        house.table(QualityScores.TABLE).where("table_name = 'silver.orders'"),
        """
        run | consistency | score
        1   | 33.33       | 86.67
        2   | 100.0       | 100.0
        """);
  }
}
