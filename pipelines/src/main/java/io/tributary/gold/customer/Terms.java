package io.tributary.gold.customer;

import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;

import io.tributary.lake.Field;
import io.tributary.lake.governance.AssumptionBook;
import io.tributary.lake.governance.AssumptionName;
import java.time.LocalDate;
import org.apache.spark.sql.Column;

/** The day customers are valued on, finance's assumptions and the rules of the segments. */
public record Terms(LocalDate asOf, AssumptionBook assumptions, SegmentTable segments) {

  Column today() {
    return lit(asOf.toString()).cast(Field.DATE);
  }

  /** Days from a date to the as-of day; 0 on the day itself. */
  Column daysSince(Column date) {
    return datediff(today(), date);
  }

  /** The assumption that holds for a brand on the as-of day. */
  Column assumption(AssumptionName name, Column brand) {
    return assumptions.column(name, brand, today());
  }
}
