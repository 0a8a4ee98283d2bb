package io.tributary.lake.governance;

import static io.tributary.lake.governance.AssumptionName.GROSS_MARGIN;
import static io.tributary.lake.governance.AssumptionName.LIFESPAN_YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.Rows;
import io.tributary.TestSpark;
import io.tributary.lake.TributaryException;
import io.tributary.silver.Orders;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssumptionBookTest {
  private static final AssumptionBook BOOK =
      AssumptionBook.of(
          Rows.of(
              Assumptions.TABLE,
              """
              name         | brand | value | effective_from | owner   | recorded_at
              gross_margin | -     | 0.42  | 2020-01-01     | finance | 2020-01-01 00:00:00
              gross_margin | -     | 0.40  | 2026-01-01     | finance | 2025-12-01 09:00:00
              gross_margin | home  | 0.50  | 2025-01-01     | finance | 2025-01-01 09:00:00
              gross_margin | home  | 0.48  | 2025-07-01     | finance | 2025-07-01 09:00:00
              gross_margin | home  | 0.47  | 2025-07-01     | finance | 2025-07-02 09:00:00
              """));

  @Test
  void theLatestValueInForceHoldsAndABrandsOwnComesFirst() {
    assertThat(margin("kids", "2020-01-01")).isEqualByComparingTo("0.42");
    assertThat(margin("kids", "2025-12-31")).isEqualByComparingTo("0.42");
    assertThat(margin("kids", "2026-01-01")).isEqualByComparingTo("0.40");
    assertThat(margin("home", "2024-12-31")).isEqualByComparingTo("0.42");
    assertThat(margin("home", "2025-06-30")).isEqualByComparingTo("0.50");
    assertThat(margin("home", "2026-06-01")).isEqualByComparingTo("0.47");
    assertThat(margin(null, "2026-06-01")).isEqualByComparingTo("0.40");
  }

  @Test
  void ofTwoValuesForOneDayTheLaterRecordedStandsInWhateverOrderTheyAreRead() {
    var reversed =
        new AssumptionBook(
            BOOK.assumptions().stream()
                .sorted(Comparator.comparing(Assumption::recordedAt).reversed())
                .toList());

    assertThat(reversed.value(GROSS_MARGIN, "home", LocalDate.parse("2025-07-01")))
        .isEqualByComparingTo("0.47");
  }

  @Test
  void theColumnAgreesWithTheBookForEveryBrandAndDay() {
    var days =
        Rows.of(
            Orders.TABLE,
            """
            brand | order_date
            home  | 2020-01-01
            home  | 2024-12-31
            home  | 2025-01-01
            home  | 2025-07-01
            kids  | 2025-12-31
            kids  | 2026-01-01
            """);
    var margin = BOOK.column(GROSS_MARGIN, Orders.BRAND.col(), Orders.ORDER_DATE.col());

    Rows.assertRows(
        days.select(Orders.BRAND.col(), Orders.ORDER_DATE.col(), margin.as("margin")),
        """
        brand | order_date | margin
        home  | 2020-01-01 | 0.42
        home  | 2024-12-31 | 0.42
        home  | 2025-01-01 | 0.50
        home  | 2025-07-01 | 0.47
        kids  | 2025-12-31 | 0.42
        kids  | 2026-01-01 | 0.40
        """);
  }

  @Test
  void aMissingAssumptionIsToldInWords() {
    assertThatThrownBy(() -> margin("kids", "2019-12-31"))
        .isInstanceOfSatisfying(
            TributaryException.class,
            missing -> assertThat(missing.kind()).isEqualTo(TributaryException.Kind.GATE))
        .hasMessageContaining("No value of gross_margin holds on 2019-12-31")
        .hasMessageContaining("assumptions set");
    assertThatThrownBy(
            () -> BOOK.column(LIFESPAN_YEARS, Orders.BRAND.col(), Orders.ORDER_DATE.col()))
        .isInstanceOf(TributaryException.class)
        .hasMessageContaining("lifespan_years");
    var early = Rows.of(Orders.TABLE, "brand | order_date\nhome | 2019-12-31");
    var margin = BOOK.column(GROSS_MARGIN, Orders.BRAND.col(), Orders.ORDER_DATE.col());
    assertThatThrownBy(() -> early.select(margin).collectAsList())
        .hasMessageContaining("No value of gross_margin holds on 2019-12-31");
  }

  @Test
  void whatIsRecordedReadsBackTheSame() {
    var recorded =
        new Assumption(
            LIFESPAN_YEARS,
            "home",
            new BigDecimal("2.75"),
            LocalDate.parse("2026-02-01"),
            "finance",
            "Board paper",
            Instant.parse("2026-01-15T08:30:00.123456Z"));
    var rows =
        TestSpark.session()
            .createDataFrame(Assumptions.rows(List.of(recorded)), Assumptions.TABLE.schema());

    assertThat(AssumptionBook.of(rows).assumptions()).containsExactly(recorded);
  }

  @Test
  void onlySeedsOfUnknownNamesAreStillToBeRecorded() {
    var margin = seed(GROSS_MARGIN, "0.3");
    var lifespan = seed(LIFESPAN_YEARS, "3");

    assertThat(BOOK.unrecorded(List.of(margin, lifespan))).containsExactly(lifespan);
    assertThat(new AssumptionBook(List.of()).unrecorded(List.of(margin, lifespan)))
        .containsExactly(margin, lifespan);
  }

  private static BigDecimal margin(String brand, String day) {
    return BOOK.value(GROSS_MARGIN, brand, LocalDate.parse(day));
  }

  private static Assumption seed(AssumptionName name, String value) {
    return new Assumption(
        name, null, new BigDecimal(value), LocalDate.parse("2000-01-01"), "finance", null, null);
  }
}
