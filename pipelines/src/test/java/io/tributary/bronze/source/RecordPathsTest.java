package io.tributary.bronze.source;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.parse_json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.TestSpark;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordPathsTest {
  private static final String ORDER =
      """
      {"id": 7, "name": "Ann", "@id": "a1", "first name": "Jo", "a.b": "dotted", "empty": "",
       "größe": "XL", "customer": {"id": 42, "address": {"city": "Bonn"}},
       "lines": [{"sku": "S1", "tags": ["x", "y"]}, {"sku": "S2"}], "paid": true,
       "qty": "3", "half": 1.5, "text_half": "1.5", "price": "19.99", "nothing": null,
       "day": "2026-06-01", "at": "2026-06-01T10:00:00+02:00", "noon": "12:00", "seconds": 1780000000,
       "year": "2026", "params": [{"key": "page", "value": {"text": "home"}}, "stray",
       {"key": "visit no", "value": {"int": 4}}, {"key": "page", "value": {"text": "later"}}]}
      """;

  private static final Dataset<Row> RECORD =
      TestSpark.session().range(1).select(parse_json(lit(ORDER)).as("record"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          record:name                                  | Ann
          record:@id                                   | a1
          record:größe                                 | XL
          record:['first name']                        | Jo
          record:['a.b']                               | dotted
          record:customer.id                           | 42
          record:customer.address.city                 | Bonn
          record:customer['address'].city              | Bonn
          record:lines[1].sku                          | S2
          record:lines[0].tags[1]                      | y
          record:lines[sku=S2].sku                     | S2
          record:params[key=page].value.text           | home
          record:params[key=visit no].value.int::int+1 | 5
          record:params[key=absent].value.text         | -
          record:name[key=page].value                  | -
          record:absent                                | -
          record:nothing                               | -
          record:absent.deeper[3].still                | -
          record:id::bigint + 1                        | 8
          record:qty::int * record:price::decimal(18,2) | 59.97
          -record:qty::BIGINT                          | -3
          record:at::timestamp_ntz is null             | false
          concat('record:name', '/', record:name)      | record:name/Ann
          concat("item:x", record:name)                | item:xAnn
          'it\\'s record:name'                         | it's record:name
          concat(record:name, '-', record:qty)         | Ann-3
          record:id-1                                  | 6
          record:name = 'Ann' and record:paid          | true
          """)
  void aPathReadsWhatItNames(String expression, String expected) {
    assertThat(evaluated(scope -> scope.asText(expression))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          record:qty       | BIGINT        | 3
          record:name      | BIGINT        | -
          record:text_half | BIGINT        | -
          record:price     | DECIMAL(18,6) | 19.990000
          record:paid      | BOOLEAN       | true
          record:name      | BOOLEAN       | -
          record:day       | DATE          | 2026-06-01
          record:year      | DATE          | -
          record:at        | TIMESTAMP     | 2026-06-01 08:00:00
          record:noon      | TIMESTAMP     | -
          record:seconds   | TIMESTAMP     | -
          record:qty::int  | STRING        | 3
          """)
  void aValueThatIsNotOfTheTypeIsNull(String path, String type, String expected) {
    assertThat(evaluated(scope -> scope.as(path, type))).isEqualTo(expected);
  }

  @Test
  void theValuesAnExpressionNamesAreListedWithTheirTypes() {
    assertThat(RecordPaths.in("record:qty::bigint * item:price || 'record:no'", "DATE"))
        .containsExactly(
            new RecordPaths.Reference("record", "qty", "bigint"),
            new RecordPaths.Reference("item", "price", "string"));
    assertThat(RecordPaths.in(" record:day ", "DATE"))
        .containsExactly(new RecordPaths.Reference("record", "day", "DATE"));
  }

  @Test
  void aListIsNamedByAPathAlone() {
    assertThat(evaluated(scope -> "size(" + scope.list(RecordPaths.list("record:lines")) + ")"))
        .isEqualTo("2");
    assertThat(evaluated(scope -> scope.isNoList(RecordPaths.list("record:lines"))))
        .isEqualTo("false");
    assertThat(evaluated(scope -> scope.list(RecordPaths.list("record:name")))).isNull();
    assertThat(evaluated(scope -> scope.isNoList(RecordPaths.list("record:name"))))
        .isEqualTo("true");
    assertThat(evaluated(scope -> scope.list(RecordPaths.list("record:absent")))).isNull();
    assertThatThrownBy(() -> RecordPaths.list("line_items"))
        .hasMessage("explode: found 'line_items'; a path such as record:line_items is allowed");
  }

  private static String evaluated(Function<Scope, String> sql) {
    Cells cells = new Cells();
    Column value = expr(sql.apply(cells.record())).cast("string");
    return cells.read(RECORD).select(value).head().getString(0);
  }
}
