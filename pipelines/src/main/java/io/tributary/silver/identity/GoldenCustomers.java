package io.tributary.silver.identity;

import static io.tributary.lake.Field.INSTANT;
import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.TEXTS;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.silver.CustomerRecord;
import io.tributary.silver.identity.match.GoldenSpec;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The best known attributes of each person. */
public final class GoldenCustomers {
  public static final Field FIRST_SEEN_AT =
      optional("first_seen_at", INSTANT, "When the earliest profile was made");
  public static final Field RECORDS =
      required("records", LONG, "Customer profiles that are this person");
  public static final Field SOURCES =
      required("sources", TEXTS, "The sources that know the person");

  public static final Field RECORD_KEYS =
      required(
          "record_keys",
          TEXTS,
          "The person's profiles, each by the key of its source, under which facts name it");

  public static final Table TABLE =
      Table.silver(
              "golden_customers",
              "One row per master customer.",
              IdentityLinks.MASTER_CUSTOMER_ID,
              CustomerRecord.BIRTH_YEAR,
              CustomerRecord.GENDER,
              CustomerRecord.COUNTRY,
              CustomerRecord.REGION,
              CustomerRecord.CITY,
              CustomerRecord.ACCEPTS_MARKETING,
              FIRST_SEEN_AT,
              RECORDS,
              SOURCES,
              RECORD_KEYS)
          .key(IdentityLinks.MASTER_CUSTOMER_ID);

  private static final Trait PLACE =
      new Trait(
          "place", List.of(CustomerRecord.CITY, CustomerRecord.REGION, CustomerRecord.COUNTRY));

  /** All for which one of several values is chosen. */
  static final List<Trait> TRAITS =
      List.of(
          Trait.of(CustomerRecord.BIRTH_YEAR),
          Trait.of(CustomerRecord.GENDER),
          Trait.of(CustomerRecord.ACCEPTS_MARKETING),
          PLACE);

  private GoldenCustomers() {}

  /**
   * What the profiles of each person say, field by field, with null where none says anything.
   *
   * @param spec whose word counts where profiles disagree
   */
  public static Dataset<Row> of(
      Dataset<Row> customerRecord, Dataset<Row> identityLinks, GoldenSpec spec) {
    Survivorship survivorship = new Survivorship(spec);
    var links =
        identityLinks.select(Records.RECORD_KEY.col(), IdentityLinks.MASTER_CUSTOMER_ID.col());
    Dataset<Row> chosen =
        customerRecord
            .join(links, Records.RECORD_KEY.name())
            .groupBy(IdentityLinks.MASTER_CUSTOMER_ID.col())
            .agg(
                survivorship.best(PLACE).as(PLACE.name()),
                single(CustomerRecord.BIRTH_YEAR, survivorship),
                single(CustomerRecord.GENDER, survivorship),
                single(CustomerRecord.ACCEPTS_MARKETING, survivorship),
                FIRST_SEEN_AT.from(min(CustomerRecord.SIGNED_UP_AT.col())),
                RECORDS.from(count(lit(1))),
                SOURCES.from(array_sort(collect_set(Records.SOURCE.col()))),
                RECORD_KEYS.from(array_sort(collect_set(Records.RECORD_KEY.col()))));
    return TABLE.select(chosen.select(col("*"), col(PLACE.name() + ".*")));
  }

  private static Column single(Field field, Survivorship survivorship) {
    return field.from(survivorship.best(Trait.of(field)).getField(field.name()));
  }
}
