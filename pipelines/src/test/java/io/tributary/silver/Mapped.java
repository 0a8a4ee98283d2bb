package io.tributary.silver;

import io.tributary.Rows;
import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.silver.typing.Mapping;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows as a mapping gives them, and the conventions by which tables are made of them. */
public final class Mapped {
  static final Business BUSINESS =
      new Business("USD", "UTC", Map.of("Home", "America/New_York", "Beauty", "Europe/Berlin"));

  private Mapped() {}

  public static Dataset<Row> rows(Mapping mapping, String text) {
    Field[] fields =
        Stream.concat(
                Stream.of(Records.RECORD_KEY, Records.SOURCE, Records.ACCOUNT),
                mapping.fields().stream())
            .toArray(Field[]::new);
    return Rows.of(Table.silver(mapping.feed(), "One row per mapped row.", fields), text);
  }

  public static Conversion conversion() {
    return new Conversion(
        Rows.of(
            ExchangeRates.TABLE,
            """
            record_key | rate_date  | currency | rate
            e1         | 2026-06-01 | EUR      | 1.10
            e2         | 2026-06-03 | EUR      | 1.20
            """),
        BUSINESS.currency(),
        LocalDate.of(2026, 6, 10));
  }
}
