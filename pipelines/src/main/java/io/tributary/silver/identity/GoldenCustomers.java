package io.tributary.silver.identity;

import static io.tributary.lake.Field.INSTANT;
import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.TEXTS;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.silver.CustomerRecord;
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
              SOURCES)
          .key(IdentityLinks.MASTER_CUSTOMER_ID);

  private GoldenCustomers() {}

  /** What the profiles of each person say, field by field, with null where none says anything. */
  public static Dataset<Row> of(Dataset<Row> customerRecord, Dataset<Row> identityLinks) {
    var links =
        identityLinks.select(Records.RECORD_KEY.col(), IdentityLinks.MASTER_CUSTOMER_ID.col());
    return TABLE.select(
        customerRecord
            .join(links, Records.RECORD_KEY.name())
            .groupBy(IdentityLinks.MASTER_CUSTOMER_ID.col())
            .agg(
                best(CustomerRecord.BIRTH_YEAR),
                best(CustomerRecord.GENDER),
                best(CustomerRecord.COUNTRY),
                best(CustomerRecord.REGION),
                best(CustomerRecord.CITY),
                best(CustomerRecord.ACCEPTS_MARKETING),
                FIRST_SEEN_AT.from(min(CustomerRecord.SIGNED_UP_AT.col())),
                RECORDS.from(count(lit(1))),
                SOURCES.from(array_sort(collect_set(Records.SOURCE.col())))));
  }

  /**
   * The value of the profile that is best to believe: one with a verified e-mail, then the most
   * recent, then, to settle ties, the one with the greatest record key.
   */
  private static Column best(Field field) {
    Column ranked =
        struct(
            CustomerRecord.IS_EMAIL_VERIFIED.col(),
            coalesce(CustomerRecord.UPDATED_AT.col(), CustomerRecord.SIGNED_UP_AT.col()),
            Records.RECORD_KEY.col(),
            field.col());
    return field.from(max(when(field.col().isNotNull(), ranked)).getField(field.name()));
  }
}
