package io.tributary.silver.identity;

import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.silver.identity.match.GoldenSpec;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** What the profiles of a person say otherwise than the golden record, and why it lost. */
public final class GoldenLineage {
  public static final Field FIELD =
      required("field", TEXT, "The field; place, name and address are several together");
  public static final Field LOST_VALUE = required("lost_value", TEXT, "What was not believed");
  public static final Field LOST_KEY =
      required("lost_key", TEXT, "The best of the profiles that say so");
  public static final Field KEPT_VALUE = required("kept_value", TEXT, "What was believed");
  public static final Field KEPT_KEY = required("kept_key", TEXT, "The profile that says so");
  public static final Field RULE =
      required(
          "rule",
          TEXT,
          "The first rule by which the two profiles differ: verified, source, recent or complete;"
              + " record_key where none does");

  public static final Table TABLE = table("golden_lineage");

  /** The same of names and of how to reach people, in plain text. */
  public static final Table CONTACTS = table("golden_contact_lineage").restricted();

  private static final Column PERSON = IdentityLinks.MASTER_CUSTOMER_ID.col();

  /** The place of the first number in which two arrays differ. */
  private static final String FIRST_RULE =
      "get(filter(zip_with(zip_with(kept.ranks, lost.ranks, (a, b) -> a <> b), rules,"
          + " (differs, rule) -> if(differs, rule, null)), rule -> rule is not null), 0)";

  private GoldenLineage() {}

  private static Table table(String name) {
    return Table.silver(
            name,
            "One row per master customer, field and value that lost.",
            IdentityLinks.MASTER_CUSTOMER_ID,
            FIELD,
            LOST_VALUE,
            LOST_KEY,
            KEPT_VALUE,
            KEPT_KEY,
            RULE)
        .key(IdentityLinks.MASTER_CUSTOMER_ID, FIELD, LOST_VALUE);
  }

  /**
   * The values that lost; people whose profiles agree have none.
   *
   * @param profiles what profiles say of the traits, and what tells whom to believe
   */
  static Dataset<Row> of(
      Dataset<Row> profiles, List<Trait> traits, Dataset<Row> identityLinks, GoldenSpec spec) {
    Survivorship survivorship = new Survivorship(spec);
    Column[] told = traits.stream().map(trait -> told(trait, survivorship)).toArray(Column[]::new);
    Column kept = max("told").over(Window.partitionBy(PERSON, col("field")));
    return TABLE.select(
        several(profiles, identityLinks)
            .select(PERSON, explode(array(told)).as("each"))
            .select(PERSON, col("each.*"))
            .filter("told.value is not null")
            .withColumn("kept", kept)
            .filter("told.value <> kept.value")
            .groupBy(PERSON, col("field"), col("told.value").as("value"), col("kept"), col("rules"))
            .agg(max("told").as("lost"))
            .select(
                PERSON,
                FIELD.col(),
                LOST_VALUE.from(col("lost.value")),
                LOST_KEY.from(col("lost.record_key")),
                KEPT_VALUE.from(col("kept.value")),
                KEPT_KEY.from(col("kept.record_key")),
                RULE.from(coalesce(expr(FIRST_RULE), lit(Records.RECORD_KEY.name())))));
  }

  /** Whoever has one profile has nothing to disagree with. */
  private static Dataset<Row> several(Dataset<Row> profiles, Dataset<Row> identityLinks) {
    return identityLinks
        .select(Records.RECORD_KEY.col(), PERSON)
        .withColumn("profiles", count(lit(1)).over(Window.partitionBy(PERSON)))
        .filter("profiles > 1")
        .drop("profiles")
        .join(profiles, Records.RECORD_KEY.name());
  }

  private static Column told(Trait trait, Survivorship survivorship) {
    return struct(
        FIELD.from(lit(trait.name())),
        survivorship.names(trait).as("rules"),
        struct(
                survivorship.ranks(trait).as("ranks"),
                Records.RECORD_KEY.col(),
                trait.text().as("value"))
            .as("told"));
  }
}
