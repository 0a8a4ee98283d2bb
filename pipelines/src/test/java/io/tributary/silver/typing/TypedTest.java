package io.tributary.silver.typing;

import static io.tributary.lake.Field.DATE;
import static io.tributary.lake.Field.INSTANT;
import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.RATE;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import io.tributary.Rows;
import io.tributary.TestSpark;
import io.tributary.bronze.Records;
import io.tributary.bronze.source.Feed;
import io.tributary.bronze.source.Source;
import io.tributary.lake.Check;
import io.tributary.silver.Received;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class TypedTest {
  private static final Mapping LINES =
      Mapping.of(
              "lines",
              required("line", TEXT, "Line"),
              required("quantity", LONG, "Units"),
              optional("price", RATE, "Price"),
              optional("day", DATE, "Day"))
          .check(Check.quarantine("quantity is not negative", "quantity >= 0"));

  @Test
  void aRecordMakesARowOfItsValues() {
    Rows.assertRows(
        lines(
            feed("line", "record:id", "quantity", "record:qty", "price", "record:price"),
            """
            record_key | record
            r1         | {"id": 1, "qty": "2", "price": "1.50"}
            r2         | {"id": 2, "qty": 3}
            """),
        """
        record_key | line | quantity | price    | day
        r1         | 1    | 2        | 1.500000 | -
        r2         | 2    | 3        | -        | -
        """);
  }

  @Test
  void theReasonNamesTheFieldAndNeverTheValue() {
    Rows.assertRows(
        reasons(
            feed(
                "line",
                "record:id",
                "quantity",
                "record:qty",
                "price",
                "replace(record:price, ',', '.')",
                "day",
                "to_date(record:day, 'dd/MM/yyyy')"),
            """
            record_key | record
            fine       | {"id": 1, "qty": 1, "price": "1,5", "day": "24/12/2026"}
            spare      | {"id": 1, "qty": 1, "price": "", "day": null}
            word       | {"id": 1, "qty": "Ann"}
            half       | {"id": 1, "qty": "1.5"}
            absent     | {"id": 1}
            blank      | {"id": " ", "qty": 1}
            negative   | {"id": 1, "qty": -1}
            price      | {"id": 1, "qty": 1, "price": "Ann"}
            day        | {"id": 1, "qty": 1, "day": "2026-12-24"}
            several    | {"qty": "x", "price": "y", "day": "z"}
            """),
        """
        record_key | reason
        fine       | -
        spare      | -
        word       | qty is not BIGINT; lines.quantity is missing
        half       | qty is not BIGINT; lines.quantity is missing
        absent     | lines.quantity is missing
        blank      | lines.line is missing
        negative   | lines: broken rule: quantity is not negative
        price      | price is not DECIMAL(18,6)
        day        | day is not in the form expected
        several    | qty is not BIGINT; price is not DECIMAL(18,6); day is not in the form expected; lines.line is missing; lines.quantity is missing
        """);
  }

  @Test
  void anInstantThatNoBusinessHasSetsAside() {
    Mapping visits =
        Mapping.of(
            "visits",
            required("started_at", INSTANT, "When"),
            optional("valid_to", DATE, "The last day"));
    Feed feed = feed("started_at", "timestamp_micros(record:at::bigint)", "valid_to", "record:to");

    Rows.assertRows(
        typed(
            Received.feeding(Map.of("visits", List.of(feed))),
            """
            record_key | record
            fine       | {"at": 1780000000000000, "to": "9999-12-31"}
            first      | {"at": -2208988800000000}
            before     | {"at": -2208988800000001}
            last       | {"at": 7258118399999999}
            next       | {"at": 7258118400000000}
            nanos      | {"at": 1780000000000000000}
            greatest   | {"at": 9223372036854775807}
            least      | {"at": -9223372036854775808}
            """,
            visits),
        """
        record_key | reason
        fine       | -
        first      | -
        before     | visits.started_at is not between 1900 and 2199
        last       | -
        next       | visits.started_at is not between 1900 and 2199
        nanos      | visits.started_at is not between 1900 and 2199
        greatest   | visits.started_at is not between 1900 and 2199
        least      | visits.started_at is not between 1900 and 2199
        """);
  }

  @Test
  void whatEveryRecordMustCarryIsAskedOfRecordsThatMakeNoRows() {
    Rows.assertRows(
        reasons(
            new Feed(
                List.of(), "record:kind = 'sale'", columns("line", "record:id", "quantity", "1")),
            """
            record_key | record                           | defect
            fine       | {"id": 1, "kind": "none"}        | -
            absent     | {"kind": "none"}                 | -
            blank      | {"id": " ", "kind": "none"}      | -
            broken     | -                                | not JSON at byte 3
            """,
            "record:id"),
        """
        record_key | reason
        fine       | -
        absent     | record:id is missing
        blank      | record:id is missing
        broken     | not JSON at byte 3
        """);
  }

  @Test
  void aConditionChoosesAndOneThatCannotBeReadSetsAside() {
    Feed sold =
        new Feed(
            List.of(), "record:qty::bigint > 0", columns("line", "record:id", "quantity", "1"));
    String records =
        """
        record_key | record
        sold       | {"id": 1, "qty": 2}
        returned   | {"id": 2, "qty": -2}
        absent     | {"id": 3}
        word       | {"id": 4, "qty": "two"}
        """;

    Rows.assertRows(
        reasons(sold, records),
        """
        record_key | reason
        sold       | -
        returned   | -
        absent     | -
        word       | qty is not BIGINT
        """);
    Rows.assertRows(
        lines(sold, records).where("record_key <> 'word'"),
        """
        record_key | line
        sold       | 1
        """);
  }

  @Test
  void eachItemOfAListMakesARow() {
    Feed items =
        new Feed(
            List.of("record:items"),
            "coalesce(item:kind, '') <> 'gift'",
            columns("line", "concat(record:id, '/', item:no)", "quantity", "item:qty"));
    String records =
        """
        record_key | record
        two        | {"id": 1, "items": [{"no": 1, "qty": 5}, {"no": 2, "qty": 6, "kind": "gift"}, {"no": 3, "qty": 7}]}
        none       | {"id": 2, "items": []}
        absent     | {"id": 3}
        null       | {"id": 4, "items": null}
        single     | {"id": 5, "items": {"no": 1, "qty": 1}}
        one_bad    | {"id": 6, "items": [{"no": 1, "qty": 1}, {"no": 2, "qty": "x"}]}
        """;

    Rows.assertRows(
        reasons(items, records),
        """
        record_key | reason
        two        | -
        none       | -
        absent     | -
        null       | -
        single     | items is not a list
        one_bad    | qty is not BIGINT; lines.quantity is missing
        """);
    Rows.assertRows(
        lines(items, records).where("record_key = 'two'"),
        """
        line | quantity
        1/1  | 5
        1/3  | 7
        """);
  }

  @Test
  void eachItemOfEachListInAListMakesARow() {
    Feed nested =
        new Feed(
            List.of("record:people", "parent:acts"),
            null,
            columns(
                "line",
                "concat_ws('/', record:id, parent:name, item:act, item_position)",
                "quantity",
                "item:n"));
    String records =
        """
        record_key | record
        many       | {"id": "c", "people": [{"name": "a", "acts": [{"act": "open", "n": 1}, {"act": "open", "n": 2}]}, {"name": "b", "acts": []}, {"name": "d"}, {"name": "e", "acts": [{"act": "click", "n": 3}]}]}
        none       | {"id": "n"}
        single     | {"id": "s", "people": [{"name": "a", "acts": {"act": "open", "n": 1}}]}
        """;

    Rows.assertRows(
        reasons(nested, records),
        """
        record_key | reason
        many       | -
        none       | -
        single     | acts is not a list
        """);
    Rows.assertRows(
        lines(nested, records),
        """
        line       | quantity
        c/a/open/0 | 1
        c/a/open/1 | 2
        c/e/click/0 | 3
        """);
  }

  @Test
  void severalFeedsOfOneTableAddUp() {
    Source source =
        Received.feeding(
            Map.of(
                "lines",
                List.of(
                    feed("line", "concat('whole/', record:id)", "quantity", "1"),
                    new Feed(
                        List.of("record:items"),
                        null,
                        columns("line", "item:no", "quantity", "item:qty")))));

    Rows.assertRows(
        made(
            source,
            """
            record_key | record
            r1         | {"id": 1, "items": [{"no": 8, "qty": 2}, {"no": 9, "qty": 3}]}
            """),
        """
        line    | quantity
        whole/1 | 1
        8       | 2
        9       | 3
        """);
  }

  private static Dataset<Row> reasons(Feed feed, String records, String... required) {
    return typed(Received.feeding(Map.of("lines", List.of(feed)), required), records);
  }

  private static Dataset<Row> lines(Feed feed, String records) {
    return made(Received.feeding(Map.of("lines", List.of(feed))), records);
  }

  private static Dataset<Row> made(Source source, String records) {
    return typed(source, records)
        .select(Records.RECORD_KEY.col(), explode(col(LINES.column())).as("made"))
        .select("record_key", "made.*");
  }

  private static Dataset<Row> typed(Source source, String records) {
    return typed(source, records, LINES);
  }

  private static Dataset<Row> typed(Source source, String records, Mapping mapping) {
    SparkSession session = TestSpark.session();
    session.conf().set("spark.sql.ansi.enabled", false);
    try {
      Dataset<Row> typed =
          Typed.of(Received.records(records), source, Map.of(mapping.feed(), mapping));
      return typed.localCheckpoint();
    } finally {
      session.conf().set("spark.sql.ansi.enabled", true);
    }
  }

  private static Feed feed(String... columns) {
    return new Feed(List.of(), null, columns(columns));
  }

  private static Map<String, String> columns(String... namesAndExpressions) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (int i = 0; i < namesAndExpressions.length; i += 2) {
      columns.put(namesAndExpressions[i], namesAndExpressions[i + 1]);
    }
    return columns;
  }
}
