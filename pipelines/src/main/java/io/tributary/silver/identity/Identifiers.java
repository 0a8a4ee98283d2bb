package io.tributary.silver.identity;

import static io.tributary.lake.Field.FLAG;
import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;

import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.silver.CustomerRecord;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** The identifiers each customer profile carries, as keyed hashes. */
public final class Identifiers {
  public static final Field KIND = required("kind", TEXT, "email, phone, loyalty or platform");
  public static final Field VALUE_HASH =
      required("value_hash", TEXT, "Keyed hash of the canonical value");
  public static final Field PROFILES =
      required("profiles", LONG, "Profiles of all sources that carry the value");
  public static final Field IS_USABLE =
      required(
          "is_usable",
          FLAG,
          "Whether the value says something of who carries it; not where many profiles of one"
              + " account share it, and not where the block list names it");
  public static final Field IS_LINKING =
      required(
          "is_linking",
          FLAG,
          "Whether an equal linking value makes two profiles one person; never where it is not"
              + " usable");

  public static final Table TABLE =
      Table.silver(
              "identifiers",
              "One row per profile, kind of identifier and value.",
              Records.RECORD_KEY,
              KIND,
              VALUE_HASH,
              PROFILES,
              IS_USABLE,
              IS_LINKING)
          .key(Records.RECORD_KEY, KIND, VALUE_HASH);

  /** The hash comes before the kind because sorting is quick where the first bytes differ. */
  static final Column[] VALUE = {VALUE_HASH.col(), KIND.col()};

  private static final Column[] VALUE_IN_ACCOUNT = {
    VALUE_HASH.col(), KIND.col(), Records.SOURCE.col(), Records.ACCOUNT.col()
  };

  /** Whether the profile proved the value its own or is known by a number or an account besides. */
  private static final Column IS_KNOWN =
      IS_LINKING
          .col()
          .or(CustomerRecord.LOYALTY_HASH.col().isNotNull())
          .or(size(CustomerRecord.PLATFORM_HASHES.col()).gt(0));

  private Identifiers() {}

  /** The identifiers of {@code customerRecord}. */
  public static Dataset<Row> of(Dataset<Row> customerRecord, Tying tying) {
    Column inAccount = count_if(IS_KNOWN).over(Window.partitionBy(VALUE_IN_ACCOUNT));
    Column most = max("in_account").over(Window.partitionBy(VALUE));
    return TABLE.select(
        carried(customerRecord, tying)
            // Brought together and sorted once, for these windows and for those that read on.
            .repartition(VALUE)
            .withColumn("in_account", inAccount)
            .withColumn(PROFILES.name(), count(lit(1)).over(Window.partitionBy(VALUE)))
            .withColumn(
                IS_USABLE.name(), most.leq(tying.sharedLimit()).and(isOpen(tying.blocked())))
            .withColumn(IS_LINKING.name(), IS_LINKING.col().and(IS_USABLE.col())));
  }

  private static Column isOpen(Set<String> blocked) {
    return blocked.isEmpty() ? lit(true) : not(VALUE_HASH.col().isin(blocked.toArray()));
  }

  private static Dataset<Row> carried(Dataset<Row> customerRecord, Tying tying) {
    return customerRecord
        .select(
            Records.RECORD_KEY.col(),
            Records.SOURCE.col(),
            Records.ACCOUNT.col(),
            CustomerRecord.LOYALTY_HASH.col(),
            CustomerRecord.PLATFORM_HASHES.col(),
            explode(identifiers(tying)).as("identifier"))
        .select(col("*"), col("identifier.*"))
        .filter(VALUE_HASH.col().isNotNull());
  }

  /** A phone number serves a household, so it links nobody unless its source knows better. */
  private static Column identifiers(Tying tying) {
    Column single =
        array(
            identifier(
                IdentifierKind.EMAIL,
                CustomerRecord.EMAIL_HASH.col(),
                coalesce(CustomerRecord.IS_EMAIL_VERIFIED.col(), lit(false))
                    .or(isProven(IdentifierKind.EMAIL, tying))),
            identifier(
                IdentifierKind.PHONE,
                CustomerRecord.PHONE_HASH.col(),
                isProven(IdentifierKind.PHONE, tying)),
            identifier(IdentifierKind.LOYALTY, CustomerRecord.LOYALTY_HASH.col(), lit(true)));
    Column platforms =
        transform(
            CustomerRecord.PLATFORM_HASHES.col(),
            id -> identifier(IdentifierKind.PLATFORM, id, lit(true)));
    return concat(single, platforms);
  }

  private static Column isProven(IdentifierKind kind, Tying tying) {
    return Records.SOURCE.col().isin(tying.proven(kind).toArray());
  }

  private static Column identifier(IdentifierKind kind, Column value, Column isLinking) {
    return struct(KIND.from(lit(kind.text())), VALUE_HASH.from(value), IS_LINKING.from(isLinking));
  }
}
