package io.tributary.sample;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.tributary.sample.world.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultsTest {
  private static final Scale SCALE = new Scale(2, 400, 400, LocalDate.of(2026, 6, 30), 14);
  private static final Set<String> NEW_LINES = Set.of("duplicate", "restated");
  private static final Set<String> ALIKE =
      Set.of("duplicate", "out_of_order", "late_1", "late_3", "late_28");

  @TempDir private static Path folder;
  private static List<NamedCsvRecord> faults;

  @BeforeAll
  static void simulate() throws IOException {
    new Simulation(SCALE).writeTo(folder.resolve("clean"));
    new Simulation(SCALE).writeSpoiledTo(folder.resolve("spoiled"));
    faults = Sample.table(folder.resolve("spoiled/truth/faults.csv"));
  }

  private static Map<String, Long> records(String world, String source) {
    var lines = new ArrayList<String>();
    for (var path : Sample.source(folder.resolve(world), source)) {
      Sample.text(path).lines().map(line -> line.replaceFirst(",$", "")).forEach(lines::add);
    }
    return lines.stream().collect(Collectors.groupingBy(line -> line, Collectors.counting()));
  }

  private static long count(Set<String> kinds, String source) {
    return faults.stream()
        .filter(fault -> fault.getField("source").equals(source))
        .filter(fault -> kinds.contains(fault.getField("kind")))
        .count();
  }

  @Test
  void oneRecordInFiftyOrSoIsSpoiledInEveryWay() {
    Map<String, Long> kinds = new HashMap<>();
    faults.forEach(fault -> kinds.merge(fault.getField("kind"), 1L, Long::sum));

    assertThat(kinds.keySet())
        .contains("malformed", "duplicate", "late_1", "late_28", "out_of_order", "restated")
        .contains("wrong_currency", "unknown_currency", "impossible_value", "swapped_columns")
        .contains("header_renamed", "extra_column", "file_twice", "truncated_file", "empty_file");
    long records =
        faults.stream()
            .map(fault -> fault.getField("source"))
            .distinct()
            .filter(source -> !List.of("agency_fees", "tv_delivery").contains(source))
            .flatMap(source -> records("spoiled", source).values().stream())
            .mapToLong(Long::longValue)
            .sum();
    assertThat((double) faults.size() / records).isBetween(.015, .03);
  }

  @Test
  void whatIsNotWrittenDownIsAsItWas() {
    for (var source : List.of("ga4_events", "meta_ads", "erp_stock", "coupon_redemptions")) {
      var clean = records("clean", source);
      var spoiled = records("spoiled", source);
      long missing =
          clean.entrySet().stream()
              .mapToLong(
                  line -> Math.max(0, line.getValue() - spoiled.getOrDefault(line.getKey(), 0L)))
              .sum();
      long changed =
          faults.stream()
              .filter(fault -> fault.getField("source").equals(source))
              .filter(fault -> !ALIKE.contains(fault.getField("kind")))
              .filter(fault -> !fault.getField("kind").equals("restated"))
              .count();

      assertThat(missing).as(source).isLessThanOrEqualTo(changed);
      assertThat(total(spoiled) - total(clean)).isEqualTo(count(NEW_LINES, source));
    }
  }

  private static long total(Map<String, Long> records) {
    return records.values().stream().mapToLong(Long::longValue).sum();
  }

  @Test
  void aSpoiledRecordStandsOnItsLine() {
    for (var fault : faults) {
      var path = folder.resolve("spoiled/landing").resolve(fault.getField("file"));
      assertThat(path).exists();
      if (fault.getField("kind").equals("unknown_currency")) {
        var line =
            Sample.text(path).lines().skip(Long.parseLong(fault.getField("line")) - 1).findFirst();
        assertThat(line.orElseThrow()).containsAnyOf("XQX", "Q$");
      }
    }
  }

  @Test
  void sourcesWithoutAFaultKeepTheirBytes() {
    var touched =
        faults.stream().map(fault -> fault.getField("source")).collect(Collectors.toSet());
    var spoiled = Sample.files(folder.resolve("spoiled/landing"));
    Sample.files(folder.resolve("clean/landing"))
        .forEach(
            (name, path) -> {
              if (!touched.contains(name.substring(0, name.indexOf('/')))) {
                assertThat(Sample.bytes(spoiled.get(name))).as(name).isEqualTo(Sample.bytes(path));
              }
            });
    assertThat(touched).doesNotContain("shop_orders", "till_transactions", "consent_records");
  }

  @Test
  void aFileIsCutOneIsEmptyAndOneComesTwice() throws IOException {
    assertThat(Files.size(whole("empty_file"))).isZero();
    assertThat(whole("truncated_file")).exists();
    var twice = whole("file_twice");
    var others =
        Sample.source(folder.resolve("spoiled"), "target_sales").stream()
            .filter(path -> !path.equals(twice))
            .map(Sample::text)
            .toList();

    assertThat(others).contains(Sample.text(twice));
  }

  private static Path whole(String kind) {
    var name =
        faults.stream()
            .filter(fault -> fault.getField("kind").equals(kind))
            .findFirst()
            .orElseThrow()
            .getField("file");
    return folder.resolve("spoiled/landing").resolve(name);
  }
}
