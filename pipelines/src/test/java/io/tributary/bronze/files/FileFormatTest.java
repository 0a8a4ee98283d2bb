package io.tributary.bronze.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.lake.TributaryException;
import io.tributary.lake.YamlFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileFormatTest {
  @TempDir private Path folder;

  private FileFormat yaml(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("format.yaml"), text);
    return YamlFile.read(file, FileFormat.class);
  }

  @Test
  void aKindAloneHasTheUsualOptions() throws IOException {
    assertThat(yaml("csv"))
        .isEqualTo(
            new FileFormat(
                FileFormat.Kind.CSV,
                null,
                UTF_8,
                CsvLayout.RFC_4180,
                Set.of(),
                Set.of(),
                Limits.HOUSE));
    assertThat(yaml("json").record()).isEqualTo("$");
    assertThat(Limits.HOUSE).isEqualTo(new Limits(16 << 20, 500, 64L << 30, 250));
  }

  @Test
  void aMapNamesItsOptions() throws IOException {
    var format =
        yaml(
            """
            kind: csv
            encoding: ISO-8859-1
            csv: {delimiter: "\\t", headless: true, columns: [a, b]}
            limits: {record_bytes: 1000}
            """);

    assertThat(format.encoding()).isEqualTo(ISO_8859_1);
    assertThat(format.csv()).isEqualTo(new CsvLayout('\t', '"', true, List.of("a", "b")));
    assertThat(format.limits()).isEqualTo(new Limits(1000, 500, 64L << 30, 250));
  }

  @Test
  void whatAMapLeavesOutHasTheUsualValue() throws IOException {
    assertThat(yaml("{kind: csv, csv: {delimiter: ;}}"))
        .isEqualTo(FileFormat.csv(CsvLayout.RFC_4180.delimitedBy(';')));
    assertThat(yaml("{kind: csv, csv: {columns: [a]}}"))
        .isEqualTo(FileFormat.csv(CsvLayout.RFC_4180.expecting(List.of("a"))));
  }

  @Test
  void xmlNamesItsRecordsAndLists() throws IOException {
    assertThat(yaml("{kind: xml, record: list/member, lists: [tag]}"))
        .isEqualTo(FileFormat.xml("list/member", "tag"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          parquet                                    | found 'parquet'; allowed are csv, jsonl, json, xml, messages
          {record: $}                                | kind is missing
          {kind: json, record: orders}               | 'orders' is no path to records
          {kind: json, record: "$.orders[0]"}        | '$.orders[0]' is no path to records
          {kind: json, record: $..orders}            | '$..orders' is no path to records
          {kind: xml}                                | 'null' is no path to elements
          {kind: xml, record: a//b}                  | 'a//b' is no path to elements
          {kind: csv, csv: {delimiter: "é"}}         | delimiter is U+00E9; allowed are a tab
          {kind: csv, csv: {delimiter: "'", quote: "'"}} | delimiter and quote are the same
          {kind: csv, csv: {headless: true}}         | headless needs columns
          {kind: csv, csv: {columns: [a, a]}}        | columns names a column twice: [a, a]
          {kind: csv, limits: {depth: 5000}}         | depth is 5,000; allowed is 1 to 2,000
          {kind: csv, limits: {record_bytes: -1}}    | record_bytes is -1; allowed is 1 to
          """,
      quoteCharacter = '`')
  void aWrongOptionSaysWhatIsAllowed(String text, String message) {
    assertThatThrownBy(() -> yaml(text)).hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{kind: csv, delimiter: ;}", "{kind: csv, encoding: latin-99}"})
  void anUnknownOptionOrCharsetIsRefused(String text) {
    assertThatThrownBy(() -> yaml(text)).isInstanceOf(TributaryException.class);
  }

  @Test
  void formatAndFactsTravelToATask() throws IOException, ClassNotFoundException {
    var format =
        FileFormat.csv(CsvLayout.headless(List.of("a"))).encodedIn(ISO_8859_1).within(Limits.HOUSE);
    var facts = new FileFacts("ab", 2, List.of(), null);

    assertThat(travelled(format)).isEqualTo(format);
    assertThat(travelled(facts)).isEqualTo(facts);
  }

  private static Object travelled(Object sent) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(sent);
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }
}
