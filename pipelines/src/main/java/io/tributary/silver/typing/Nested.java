package io.tributary.silver.typing;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.parse_json;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import io.tributary.bronze.Records;
import io.tributary.bronze.source.ChildList;
import io.tributary.bronze.source.Source;
import io.tributary.lake.Lake;
import io.tributary.lake.Table;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Records with the lists that land as sources of their own, as if they had landed in one piece. A
 * record takes the items known when it lands: tools that split a record send both parts together.
 */
public final class Nested {
  private static final String PARENT = "parent";
  private static final String ITEMS = "items";

  private Nested() {}

  /** Where the lists of its records may lie, by whichever road they came. */
  public static List<Table> tables(Source source) {
    return Roads.all(source)
        .flatMap(road -> road.lists().values().stream())
        .map(list -> Records.table(list.source()))
        .distinct()
        .toList();
  }

  static Dataset<Row> of(Dataset<Row> records, Source source, Lake lake) {
    Dataset<Row> whole = records;
    for (Map.Entry<String, ChildList> list : source.lists().entrySet()) {
      ChildList child = list.getValue();
      whole = with(whole, list.getKey(), child, lake.read(Records.table(child.source())));
    }
    return whole;
  }

  private static Dataset<Row> with(
      Dataset<Row> records, String name, ChildList child, Dataset<Row> landed) {
    Column key = text(child.key());
    Dataset<Row> lists =
        items(landed, child)
            .join(records.select(key.as(PARENT)).distinct(), PARENT, "left_semi")
            .groupBy(PARENT)
            .agg(expr("array_join(collect_list(item), ',')").as(ITEMS));
    Column own = to_json(Records.RECORD.col());
    Column whole =
        concat(
            own.substr(lit(1), length(own).minus(1)),
            lit(",\"" + name + "\":["),
            coalesce(lists.col(ITEMS), lit("")),
            lit("]}"));
    return records
        .join(lists, key.equalTo(lists.col(PARENT)), "left")
        .withColumn(Records.RECORD.name(), parse_json(whole))
        .drop(PARENT, ITEMS);
  }

  /** The newest copy of each item, with the record it belongs to. */
  private static Dataset<Row> items(Dataset<Row> landed, ChildList child) {
    Column newest =
        struct(Records.VERSION.col(), Records.DELIVERY_DATE.col(), Records.CONTENT_HASH.col());
    return landed
        .where(Records.DEFECT.col().isNull())
        .withColumn("item", to_json(Records.RECORD.col()))
        .withColumn(PARENT, text(child.parent()))
        .groupBy(Records.RECORD_KEY.col())
        .agg(max_by(struct(PARENT, "item"), newest).as("newest"))
        .select("newest.*");
  }

  private static Column text(String field) {
    return expr("variant_get(" + Records.RECORD.name() + ", '$." + field + "', 'string')");
  }
}
