package io.tributary.gold.customer;

import io.tributary.lake.governance.Assumption;
import io.tributary.lake.governance.AssumptionBook;
import io.tributary.lake.governance.AssumptionName;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** The house's own segments and constants, and a brand whose margin differs. */
final class Given {
  static final SegmentTable SEGMENTS =
      SegmentTable.load(Path.of(System.getProperty("project.root"), "conf", "segments.yaml"));

  static final AssumptionBook ASSUMPTIONS =
      new AssumptionBook(
          List.of(
              assumption(AssumptionName.LIFESPAN_YEARS, null, "3.2"),
              assumption(AssumptionName.GROSS_MARGIN, null, "0.42"),
              assumption(AssumptionName.GROSS_MARGIN, "kids", "0.5")));

  private Given() {}

  static Terms termsAsOf(String day) {
    return new Terms(LocalDate.parse(day), ASSUMPTIONS, SEGMENTS);
  }

  private static Assumption assumption(AssumptionName name, String brand, String value) {
    return new Assumption(
        name, brand, new BigDecimal(value), LocalDate.parse("2020-01-01"), "finance", null, null);
  }
}
