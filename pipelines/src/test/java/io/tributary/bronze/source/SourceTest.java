package io.tributary.bronze.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.bronze.files.FileFormat;
import io.tributary.lake.TributaryException;
import io.tributary.lake.YamlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTest {
  @TempDir private Path folder;

  @Test
  void whatIsLeftOutHasTheUsualValue() {
    Source source = read("name: till\nformat: csv");

    assertThat(source.files()).isEqualTo("till/{delivered}/*");
    assertThat(source.delivery()).isEqualTo(Delivery.APPEND);
    assertThat(source.format().kind()).isEqualTo(FileFormat.Kind.CSV);
    assertThat(source.key()).isEmpty();
    assertThat(source.feeds()).isEmpty();
  }

  @Test
  void oneFeedMayStandWithoutAListAndSeveralWithOne() {
    Source source =
        read(
            """
            name: shop
            format: {kind: json, record: "$.orders[*]"}
            delivery: upsert
            key: record:id
            version: record:updated_at
            feeds:
              orders: {columns: {order_key: record:id}}
              returns:
                - {explode: record:refunds, columns: {return_key: item:id}}
                - {explode: [record:lines, parent:credits], columns: {return_key: item:id}}
            """);

    assertThat(source.key()).containsExactly("record:id");
    assertThat(source.feeds().get("orders")).hasSize(1);
    assertThat(source.feeds().get("returns"))
        .extracting(Feed::explode)
        .containsExactly(List.of("record:refunds"), List.of("record:lines", "parent:credits"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          format: csv                                      | name: found 'null'
          name: Till Lines#format: csv                     | name: found 'Till Lines'; lower-case
          name: till                                       | format: is missing; one of csv,
          name: till#format: parquet                       | format: found 'parquet'; allowed are csv
          name: till#format: csv#delivery: merge           | 'merge' is not allowed for 'delivery'
          name: till#format: csv#keys: record:id           | line 3: unknown key 'keys'; allowed here
          name: till#format: csv#delivery: upsert          | key: is missing; delivery: upsert needs one
          name: till#format: csv#delivery: window          | delivery: window needs it
          name: till#format: csv#window: record:day        | window: goes with delivery: window
          name: till#format: csv#files: till.csv           | delivered: is missing; give a date
          name: till#format: csv#delivered: 1.6.2026       | '1.6.2026' is not allowed for 'delivered'
          name: till#format: csv#files: "{brand}/{delivered}/*" | files: found {brand}, {delivered}; {delivered} and
          name: till#format: csv#files: "{delivered}/{delivered}" | each once
          name: till#format: csv#files: "{delivered}/{account}*.csv" | put text or a slash between {account} and *
          name: till#format: csv#connectors: {dump: {under: data}} | connectors: dump and native both land in 'till/{delivered}/*'; give each
          name: till#format: csv#feeds: {orders: {}}       | columns: found none
          name: till#format: csv#feeds: {orders: {columns: {sku: }}} | columns.sku: is empty
          name: till#format: csv#feeds: {orders: {explode: lines, columns: {sku: item:sku}}} | explode: found 'lines'; a path
          name: till#format: csv#feeds: {orders: {explode: ["record:a", "item:b"], columns: {sku: item:sku}}} | found 'item:b'; a path that starts with parent:
          name: till#format: csv#feeds: {orders: {columns: {sku: item:sku}}} | columns.sku: found 'item:sku', but there is no item here; allowed are [record]
          name: till#format: csv#feeds: {orders: {explode: ["record:a", "parent:b", "parent:c"], columns: {sku: item:sku}}} | found 3 paths; one or two are allowed
          """)
  void aFaultNamesTheFileAndTheKeyAndWhatIsAllowed(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml.replace('#', '\n')))
        .isInstanceOf(TributaryException.class)
        .hasMessageContaining("source.yaml")
        .hasMessageContaining(message);
  }

  @Test
  void theSourcesOfTheSampleAreInOrder() throws IOException {
    Path sources = Path.of(System.getProperty("project.root", ".."), "conf", "sources");
    List<Path> files;
    try (Stream<Path> listed = Files.list(sources)) {
      files = listed.sorted().toList();
    }

    assertThat(files)
        .isNotEmpty()
        .allSatisfy(
            file ->
                assertThat(file).hasFileName(YamlFile.read(file, Source.class).name() + ".yaml"));
  }

  private Source read(String yaml) {
    try {
      Path file = folder.resolve("source.yaml");
      Files.write(file, yaml.getBytes(UTF_8));
      return YamlFile.read(file, Source.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
