package io.tributary.silver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.TestSpark;
import io.tributary.bronze.source.Source;
import io.tributary.lake.TributaryException;
import io.tributary.lake.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionsTest {
  private static final Path CONF = Path.of(System.getProperty("project.root"), "conf");

  @TempDir private Path folder;

  @Test
  void everyExpressionThatIsShippedIsUnderstood() throws IOException {
    List<Source> sources = new ArrayList<>(sources("sources"));
    sources.addAll(sources("examples"));

    assertThat(sources).hasSizeGreaterThan(40);
    assertThatCode(() -> check(sources)).doesNotThrowAnyException();
  }

  /** Examples of whole configurations, whose names are several words, are left out. */
  private static List<Source> sources(String of) throws IOException {
    try (Stream<Path> files = Files.list(CONF.resolve(of))) {
      return files
          .filter(file -> !file.getFileName().toString().contains("-"))
          .map(file -> YamlFile.read(file, Source.class))
          .toList();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          key: id                        | key: found 'id'                     | `id` cannot be resolved. A value of the record is written as record:NAME, text as "'TEXT'".
          key: [record:id, item:id]      | key: found 'item:id'                | item:id stands where there is no item
          version: version               | version: found 'version'            | `version` cannot be resolved.
          required: upper(record:id      | required: found 'upper(record:id'   | Syntax error at or near end of input
          sales_channel: web             | sales_channel: found 'web'          | `web` cannot be resolved.
          sales_channel: recrod:channel  | sales_channel: found 'recrod:chann  | `recrod` cannot be resolved.
          sales_channel: concat(record:a | sales_channel: found 'concat(record | Syntax error at or near end of input
          sales_channel: lowr(record:a)  | sales_channel: found 'lowr(record:a | `lowr`
          sales_channel: max(record:a)   | sales_channel: found 'max(record:a) | GROUP BY
          sales_channel: record:a::txet  | sales_channel: found 'record:a::txe | TXET
          ordered_at: array(record:a)    | ordered_at: found 'array(record:a)' | TIMESTAMP
          where: record:amount           | where: found 'record:amount'        | data type mismatch
          """)
  void anExpressionThatIsNoneIsRefusedByItsPlace(String line, String place, String words)
      throws IOException {
    Source source = source(line);

    assertThatThrownBy(() -> check(List.of(source)))
        .isInstanceOfSatisfying(
            TributaryException.class,
            refused -> assertThat(refused.kind()).isEqualTo(TributaryException.Kind.USAGE))
        .hasMessageStartingWith("source shop, ")
        .hasMessageContaining(place)
        .hasMessageContaining(words)
        .hasMessageNotContainingAny("\n", "SQLSTATE", "Did you mean");
  }

  private static void check(List<Source> sources) {
    SparkSession session = TestSpark.session().newSession();
    session.conf().set("spark.sql.ansi.enabled", false);
    Expressions.check(sources, session.emptyDataFrame());
  }

  /** A sound source but for one line, which stands in the place of the sound one. */
  private Source source(String line) throws IOException {
    String sound =
        """
        name: shop
        format: csv
        key: record:id
        version: record:changed
        required: record:id
        feeds:
          orders:
            where: record:amount::bigint > 0
            columns:
              order_key: concat(record:id, '/', account)
              brand: "'home'"
              sales_channel: "'web'"
              ordered_at: record:at
        """;
    String key = line.substring(0, line.indexOf(':'));
    String text =
        sound.replaceFirst("(?m)^( *)" + key + ": .*$", "$1" + Matcher.quoteReplacement(line));
    return YamlFile.read(Files.writeString(folder.resolve("shop.yaml"), text), Source.class);
  }
}
