package io.tributary.silver;

import static io.tributary.lake.Field.DATE;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;

import io.tributary.bronze.Records;
import io.tributary.lake.Check;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.silver.typing.Mapping;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which market areas a medium leaves out, and when, to learn what it is worth. */
public final class GeoTests {
  public static final Field TEST_ID = required("test_id", TEXT, "The test");
  public static final Field CHANNEL = required("channel", TEXT, "The medium that is silent");
  public static final Field MARKET_CODE = required("market_code", TEXT, "Designated market area");
  public static final Field MARKET_NAME = optional("market_name", TEXT, "Its name");
  public static final Field TREATMENT =
      required("treatment", TEXT, "holdout where it is silent, control where it runs");
  public static final Field STARTS_ON = required("starts_on", DATE, "First day of the test");
  public static final Field ENDS_ON = required("ends_on", DATE, "Last day of the test");
  public static final Field ANNOUNCED_ON =
      optional("announced_on", DATE, "When the test was fixed");

  public static final Table TABLE =
      Table.silver(
              "geo_tests",
              "One row per test and market area.",
              TEST_ID,
              MARKET_CODE,
              Records.RECORD_KEY,
              Orders.BRAND,
              CHANNEL,
              MARKET_NAME,
              TREATMENT,
              STARTS_ON,
              ENDS_ON,
              ANNOUNCED_ON)
          .key(TEST_ID, MARKET_CODE);

  /** What a source may say of a test. */
  static final Mapping MAPPING =
      Mapping.of(
              "geo_tests",
              TEST_ID,
              MARKET_CODE,
              Orders.BRAND,
              CHANNEL,
              MARKET_NAME,
              TREATMENT,
              STARTS_ON,
              ENDS_ON,
              ANNOUNCED_ON)
          .check(
              Check.quarantine(
                  "treatment is holdout or control", "treatment in ('holdout', 'control')"),
              Check.quarantine("a test ends after it starts", "ends_on >= starts_on"));

  private GeoTests() {}

  /** Mapped rows. */
  static Dataset<Row> of(Dataset<Row> mapped) {
    return TABLE.select(mapped);
  }
}
