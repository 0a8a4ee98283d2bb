package io.tributary.lake.governance;

import static io.tributary.lake.Field.DATE;
import static io.tributary.lake.Field.INSTANT;
import static io.tributary.lake.Field.RATE;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.functions.unix_micros;

import io.tributary.lake.Field;
import io.tributary.lake.Table;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The figures finance decides, with their dates and owners; only ever added to. */
public final class Assumptions {
  public static final Field NAME = required("name", TEXT, "What is assumed");
  public static final Field BRAND =
      optional("brand", TEXT, "The brand it holds for; null for the enterprise default");
  public static final Field VALUE = required("value", RATE, "The value assumed");
  public static final Field EFFECTIVE_FROM =
      required("effective_from", DATE, "The first day on which the value holds");
  public static final Field OWNER = required("owner", TEXT, "Who answers for it");
  public static final Field NOTE = optional("note", TEXT, "Why it has this value");
  public static final Field RECORDED_AT =
      required(
          "recorded_at", INSTANT, "When it was written down; of two for one day the later stands");

  public static final Table TABLE =
      Table.governance(
              "assumptions",
              "One row per decision on a figure.",
              NAME,
              BRAND,
              VALUE,
              EFFECTIVE_FROM,
              OWNER,
              NOTE,
              RECORDED_AT)
          .key(NAME, BRAND, EFFECTIVE_FROM, RECORDED_AT);

  private Assumptions() {}

  /** Rows to append to the table, in its schema. */
  public static List<Row> rows(List<Assumption> assumptions) {
    return assumptions.stream().map(Assumptions::row).toList();
  }

  /** The table's rows on the driver; there are a few for each figure and brand. */
  public static List<Assumption> read(Dataset<Row> assumptions) {
    // Text and microseconds, because what a collected date is depends on the session.
    Column effectiveFrom = EFFECTIVE_FROM.col().cast(TEXT).as(EFFECTIVE_FROM.name());
    Column recordedAt = unix_micros(RECORDED_AT.col()).as(RECORDED_AT.name());
    return assumptions
        .select(
            NAME.col(),
            BRAND.col(),
            VALUE.col(),
            effectiveFrom,
            OWNER.col(),
            NOTE.col(),
            recordedAt)
        .collectAsList()
        .stream()
        .map(Assumptions::assumption)
        .toList();
  }

  private static Assumption assumption(Row row) {
    return new Assumption(
        AssumptionName.of(row.getAs(NAME.name())),
        row.getAs(BRAND.name()),
        row.getAs(VALUE.name()),
        LocalDate.parse(row.getAs(EFFECTIVE_FROM.name())),
        row.getAs(OWNER.name()),
        row.getAs(NOTE.name()),
        Instant.EPOCH.plus(row.<Long>getAs(RECORDED_AT.name()), ChronoUnit.MICROS));
  }

  private static Row row(Assumption assumption) {
    return RowFactory.create(
        assumption.name().text(),
        assumption.brand(),
        assumption.value(),
        Date.valueOf(assumption.effectiveFrom()),
        assumption.owner(),
        assumption.note(),
        Timestamp.from(assumption.recordedAt()));
  }
}
