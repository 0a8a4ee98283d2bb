package io.tributary.silver;

import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.lake.TributaryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Addresses and numbers of which an operator knows that they stand for nobody; not stored. */
public final class BlockList {
  private static final Field KIND = required("kind", TEXT, "email, phone or loyalty");
  private static final Field VALUE = required("value", TEXT, "The value as it was written");

  public static final Table TABLE = Table.silver("block_list", "One row per value.", KIND, VALUE);

  private static final List<String> KINDS = List.of("email", "phone", "loyalty");

  private BlockList() {}

  /** The values, by kind as they are written in the configuration. */
  public static List<Row> rows(Map<String, List<String>> values) {
    List<Row> rows = new ArrayList<>();
    values.forEach(
        (kind, of) -> {
          if (!KINDS.contains(kind)) {
            throw TributaryException.usage(
                "block_list: unknown kind '%s'; allowed are %s"
                    .formatted(kind, String.join(", ", KINDS)));
          }
          of.forEach(value -> rows.add(RowFactory.create(kind, value)));
        });
    return rows;
  }

  /** The keyed hashes of the values, as profiles carry them. */
  public static Set<String> hashes(Dataset<Row> values, KeyedHash hash, PhoneNumbers numbers) {
    Column phone = numbers.canonical(VALUE.col(), lit(null).cast(TEXT));
    Column canonical =
        when(KIND.col().equalTo("email"), Canonical.email(VALUE.col()))
            .when(KIND.col().equalTo("phone"), phone)
            .otherwise(Canonical.loyalty(VALUE.col()));
    Set<String> hashes = new TreeSet<>();
    for (Row row : values.select(hash.of(canonical)).collectAsList()) {
      if (!row.isNullAt(0)) {
        hashes.add(row.getString(0));
      }
    }
    return hashes;
  }
}
