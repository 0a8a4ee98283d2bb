import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.input_file_name;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.regexp_extract;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The heavy day as one bare Spark program would do it: LANDING DATE OUT. Raw records are read and
 * written, typed, de-duplicated by their keys, and made into contacts; none is set aside with a
 * reason, no file is accounted for, nothing can be told again.
 */
class BareSpark {
  private static final String WEB =
      "event_timestamp string, event_name string, user_pseudo_id string, user_id string,"
          + " event_params array<struct<key string,"
          + " value struct<int_value string, string_value string>>>,"
          + " ecommerce struct<transaction_id string>";
  private static final String MAIL =
      "_id string, _brand string, _title string, recipient array<struct<_email_id string,"
          + " activity array<struct<action string, timestamp string>>>>";

  public static void main(String[] arguments) {
    String landing = arguments[0];
    String day = "/" + arguments[1] + "/";
    String out = arguments[2];
    SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.log.level", "WARN")
            .config("spark.sql.warehouse.dir", out + "/warehouse")
            .config("spark.sql.shuffle.partitions", "4")
            .config("spark.sql.session.timeZone", "UTC")
            .getOrCreate();
    web(spark, landing + "/ga4_events" + day, out);
    app(spark, landing + "/app_events" + day, out);
    mail(spark, landing + "/mail_activity" + day, out);
    Dataset<Row> contacts =
        visits(spark.read().parquet(out + "/web")).union(visits(spark.read().parquet(out + "/app")))
            .union(spark.read().parquet(out + "/mail"));
    contacts.write().parquet(out + "/touchpoints");
    System.out.println(spark.read().parquet(out + "/touchpoints").count());
    spark.stop();
  }

  private static void web(SparkSession spark, String files, String out) {
    spark.read().text(files).withColumn("file", input_file_name()).write().parquet(out + "/raw_web");
    Dataset<Row> events =
        spark.read().parquet(out + "/raw_web")
            .withColumn("e", expr("from_json(value, '" + WEB + "')"))
            .withColumn("account", regexp_extract(col("file"), "([^/]*)[.]jsonl", 1));
    events
        .select(
            concat_ws("/", lit("ga4"), col("account"), col("e.user_pseudo_id"), parameter("ga_session_id", "int"))
                .as("key"),
            col("account").as("brand"),
            col("e.user_id").as("customer"),
            parameter("medium", "string").as("medium"),
            parameter("campaign", "string").as("campaign"),
            lit("visit").as("kind"),
            expr("timestamp_micros(cast(e.event_timestamp as bigint))").as("at"),
            parameter("session_engaged", "int").equalTo("1").as("engaged"),
            expr("if(e.event_name = 'purchase', e.ecommerce.transaction_id, null)").as("order_id"),
            concat_ws("/", col("account"), col("e.event_timestamp"), col("e.event_name"), col("e.user_pseudo_id"))
                .as("event"))
        .dropDuplicates("event")
        .write().parquet(out + "/web");
  }

  private static org.apache.spark.sql.Column parameter(String name, String type) {
    return expr("get(filter(e.event_params, p -> p.key = '" + name + "'), 0).value." + type + "_value");
  }

  private static void app(SparkSession spark, String files, String out) {
    spark.read().option("header", "true").csv(files).write().parquet(out + "/raw_app");
    spark.read().parquet(out + "/raw_app")
        .selectExpr(
            "concat_ws('/', 'app', app_id, user_pseudo_id, ga_session_id) as key",
            "substring_index(app_id, '.', -1) as brand",
            "user_id as customer", "medium", "campaign", "'visit' as kind",
            "timestamp_micros(cast(event_timestamp as bigint)) as at",
            "cast(null as boolean) as engaged", "transaction_id as order_id",
            "concat_ws('/', user_pseudo_id, event_timestamp, event_name) as event")
        .dropDuplicates("event")
        .write().parquet(out + "/app");
  }

  private static void mail(SparkSession spark, String files, String out) {
    spark.read().format("xml").option("rowTag", "campaign").schema(MAIL).load(files)
        .select(col("_id"), col("_brand"), col("_title"), explode(col("recipient")).as("r"))
        .select(col("_id"), col("_brand"), col("_title"), col("r._email_id").as("email"), explode(col("r.activity")).as("a"))
        .selectExpr(
            "concat_ws('/', _id, email, a.action, a.timestamp) as key", "_brand as brand", "email as customer",
            "'email' as medium", "_title as campaign", "a.action as kind",
            "cast(a.timestamp as timestamp) as happened_at", "cast(a.timestamp as timestamp) as ended_at",
            "cast(null as boolean) as engaged", "cast(null as string) as order_id")
        .dropDuplicates("key")
        .write().parquet(out + "/mail");
  }

  private static Dataset<Row> visits(Dataset<Row> events) {
    return events
        .groupBy("key")
        .agg(
            min("brand").as("brand"),
            min("customer").as("customer"),
            min_by(col("medium"), col("at")).as("medium"),
            min_by(col("campaign"), col("at")).as("campaign"),
            min("kind").as("kind"),
            min("at").as("happened_at"),
            max("at").as("ended_at"),
            max("engaged").as("engaged"),
            min("order_id").as("order_id"));
  }
}
