package io.tributary.silver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.bronze.source.Source;
import io.tributary.lake.YamlFile;
import io.tributary.lake.ops.Quarantine;
import io.tributary.silver.BadFiles.Form;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One night over more than two hundred files that should not have been delivered. */
class BadFilesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 4);

  @TempDir private static Path folder;

  private static SilverHouse house;
  private static final Map<String, List<String>> ASIDE = new HashMap<>();
  private static int delivered;

  @BeforeAll
  static void aNightOverAllOfThem() throws IOException {
    List<Source> sources = new ArrayList<>();
    for (Form form : Form.values()) {
      sources.add(source(form));
      for (Map.Entry<String, byte[]> file : BadFiles.of(form).entrySet()) {
        write(name(form) + "/2026-06-03/" + file.getKey().replace(' ', '_'), file.getValue());
        delivered++;
      }
      write(name(form) + "/2026-06-04/good", form.around(form.record(2, "2.00")).getBytes(UTF_8));
    }
    Business business = new Business("USD", "America/New_York", Map.of());
    house = new SilverHouse(folder.resolve("house"), folder.resolve("landing"), sources, business);
    assertThat(house.night(DAY).isPublished()).isTrue();
    house
        .table(Quarantine.TABLE)
        .collectAsList()
        .forEach(
            row ->
                ASIDE
                    .computeIfAbsent(row.getAs(Quarantine.FILE.name()), none -> new ArrayList<>())
                    .add(row.getAs(Quarantine.REASON.name())));
  }

  private static String name(Form form) {
    return "bad_" + form.name().toLowerCase(Locale.ROOT);
  }

  private static Source source(Form form) throws IOException {
    String format =
        switch (form) {
          case CSV -> "csv";
          case JSONL -> "jsonl";
          case JSON -> "{kind: json, record: '$.rows[*]'}";
          case XML -> "{kind: xml, record: rows/row}";
          case MESSAGES -> "messages";
        };
    Path yaml = folder.resolve(form + ".yaml");
    Files.writeString(
        yaml,
        """
        name: %s
        files: %s/{delivered}/{account}
        format: %s
        required: [record:day, record:cost]
        feeds:
          ad_spend:
            - columns:
                spend_key: concat_ws('/', '%s', account, record:day, delivery_date)
                brand: "'home'"
                channel: record:channel
                spend_date: record:day
                original_cost: record:cost
                currency: "'USD'"
        """
            .formatted(name(form), name(form), format, form));
    return YamlFile.read(yaml, Source.class);
  }

  private static void write(String path, byte[] bytes) throws IOException {
    Path file = folder.resolve("landing").resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  @Test
  void noFileStopsAnotherOfItsOwnOrOfAnotherSource() {
    assertThat(delivered).isGreaterThan(200);
    assertThat(
            Rows.of(
                house
                    .table(AdSpend.TABLE)
                    .where("spend_key like '%2026-06-04'")
                    .groupBy("source")
                    .count()))
        .hasSize(Form.values().length)
        .allSatisfy(row -> assertThat(row).contains("3"));
  }

  /** Beside a spoilt record its neighbours stand; of a spoilt file nothing does. */
  @Test
  void eachRecordIsAccountedForAndWhatIsSetAsideSaysWhyInWords() throws IOException {
    List<String> told =
        house
            .table(io.tributary.lake.ops.Files.TABLE)
            .where("file like '%/2026-06-03/%'")
            .selectExpr("file", "concat_ws(' | ', landed, accepted, quarantined)")
            .collectAsList()
            .stream()
            .map(row -> told(Path.of(row.getString(0)), row.getString(1)))
            .sorted()
            .toList();

    assertThat(told).hasSize(delivered).isEqualTo(expected());
  }

  private static String told(Path file, String counts) {
    String form = folder.resolve("landing").relativize(file).getName(0).toString();
    String reasons =
        ASIDE.getOrDefault(file.toString(), List.of()).stream()
            .map(reason -> reason.replace(file + ": ", ""))
            // How long a compressed file is, is up to the machine that wrote it.
            .map(reason -> reason.replaceFirst("cut short at byte \\d+", "cut short at byte N"))
            .distinct()
            .sorted()
            .collect(joining(" / "));
    String name = file.getFileName().toString().replace('_', ' ');
    return String.join(" | ", form.replaceFirst("^bad_", ""), name, counts, reasons);
  }

  private static List<String> expected() throws IOException {
    try (InputStream text = BadFilesTest.class.getResourceAsStream("/bad-files.txt")) {
      return new String(text.readAllBytes(), UTF_8).lines().skip(1).toList();
    }
  }
}
