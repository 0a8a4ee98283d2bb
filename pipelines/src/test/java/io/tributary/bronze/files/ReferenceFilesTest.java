package io.tributary.bronze.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.types.variant.Variant;
import org.junit.jupiter.api.Test;

/** Real files that nobody here wrote, against figures that others published. */
class ReferenceFilesTest {
  private static final JsonMapper EXACT =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** 8.0 is 8, for a variant writes itself without trailing zeros. */
  private static final Comparator<JsonNode> BY_VALUE =
      (one, other) ->
          one.isNumber() && other.isNumber()
              ? one.decimalValue().compareTo(other.decimalValue())
              : one.equals(other) ? 0 : 1;

  private static Path reference(String path) {
    Path file = Path.of(System.getProperty("reference.data", "../shared/data")).resolve(path);
    assumeTrue(Files.exists(file), () -> "skipped: the reference data is not at " + file);
    return file;
  }

  private static String text(Variant record, String name) {
    return record.getFieldByKey(name).getString();
  }

  @Test
  void theRetailersTillLinesAddUpToThePublishedFigures() throws IOException {
    Path file = reference("retail/online_retail.csv.gz");
    FileFormat format =
        FileFormat.csv(CsvLayout.RFC_4180.expecting(List.of("InvoiceNo", "Quantity", "UnitPrice")));
    Bytes bytes = () -> Files.newInputStream(file);
    Set<String> invoices = new HashSet<>();
    BigDecimal value = BigDecimal.ZERO;
    long lines = 0;

    FileFacts facts = FileAudit.of(bytes, "online_retail.csv.gz", format);
    try (RecordStream records = RecordStream.open(bytes, format)) {
      while (records.hasNext()) {
        Variant line = records.next().record();
        invoices.add(text(line, "InvoiceNo"));
        value =
            value.add(
                new BigDecimal(text(line, "Quantity"))
                    .multiply(new BigDecimal(text(line, "UnitPrice"))));
        lines++;
      }
    }

    assertThat(facts)
        .extracting(FileFacts::defect, FileFacts::bytes)
        .containsExactly(null, Files.size(file));
    assertThat(lines).isEqualTo(541_909);
    assertThat(invoices).hasSize(25_900);
    assertThat(value).isEqualByComparingTo("9747747.934");
  }

  @Test
  void everyShopifyDocumentReadsAsJacksonReadsIt() throws IOException {
    Path folder = reference("native/shopify_admin_api_fixtures");
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    int compared = 0;
    for (Path file : files) {
      JsonNode expected = EXACT.readTree(file.toFile());
      if (expected.isObject()) {
        RawRecord record = Landed.raw(FileFormat.json("$"), Files.readAllBytes(file)).get(0);
        assertThat(record.defect()).as(file.toString()).isNull();
        JsonNode found = EXACT.readTree(record.record().toJson(ZoneOffset.UTC));
        assertThat(expected.equals(BY_VALUE, found)).as("%s: %s", file, found).isTrue();
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(80);
  }

  @Test
  void shopifyOrdersAreElementsWithTheirOwnText() throws IOException {
    Path file = reference("native/shopify_admin_api_fixtures/orders.json");
    JsonNode orders = EXACT.readTree(file.toFile()).get("orders");

    var records = Landed.raw(FileFormat.json("$.orders[*]"), Files.readAllBytes(file));

    assertThat(records).hasSameSizeAs(orders).isNotEmpty();
    for (RawRecord record : records) {
      assertThat(EXACT.readTree(record.raw())).isEqualTo(orders.get((int) record.position()));
    }
  }
}
