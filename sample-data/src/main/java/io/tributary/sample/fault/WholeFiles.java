package io.tributary.sample.fault;

import io.tributary.sample.landing.Gzip;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Faults of whole files of the last deliveries. */
final class WholeFiles {
  private final Path landing;
  private final Journal journal;
  private final LocalDate lastDay;

  WholeFiles(Path landing, Journal journal, LocalDate lastDay) {
    this.landing = landing;
    this.journal = journal;
    this.lastDay = lastDay;
  }

  void spoil() throws IOException {
    for (int days = 5; days >= 0; days--) {
      renameColumn(file("retailer_clicks", days, "clicks.csv.gz"));
    }
    for (int days = 9; days >= 0; days--) {
      addColumn(file("app_events", days, "events.csv.gz"));
    }
    cut(file("agency_fees", 8, "fees.csv.gz"));
    empty(file("tv_delivery", 4, "tv.csv.gz"));
    for (int days = 12; days >= 0; days--) {
      deliverAgain(days);
    }
    for (int days = 13; days >= 0; days--) {
      if (inLatin1(file("reviews", days, "beauty.jsonl.gz"))) {
        return;
      }
    }
  }

  private Path file(String source, int daysBefore, String name) {
    var day = lastDay.minusDays(daysBefore).toString();
    return landing.resolve(source).resolve(day).resolve(name);
  }

  private void note(Path path, Kind kind) {
    journal.whole(landing.relativize(path), kind);
  }

  private static List<String> lines(Path path) throws IOException {
    try (BufferedReader reader = Rewritten.reader(path)) {
      return reader.lines().collect(Collectors.toList());
    }
  }

  private static byte[] zipped(byte[] plain) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = Gzip.tight(bytes)) {
      zip.write(plain);
    }
    return bytes.toByteArray();
  }

  private static void write(Path path, List<String> lines) throws IOException {
    var text = String.join("\n", lines) + "\n";
    Files.write(path, zipped(text.getBytes(StandardCharsets.UTF_8)));
  }

  private void renameColumn(Path path) throws IOException {
    if (Files.exists(path)) {
      var lines = lines(path);
      lines.set(0, lines.get(0).replace("dma", "dma_code"));
      write(path, lines);
      note(path, Kind.HEADER_RENAMED);
    }
  }

  private void addColumn(Path path) throws IOException {
    if (Files.exists(path)) {
      var lines = lines(path);
      for (int i = 0; i < lines.size(); i++) {
        lines.set(i, lines.get(i) + (i == 0 ? ",engagement_time_msec" : "," + 40 * i));
      }
      write(path, lines);
      note(path, Kind.EXTRA_COLUMN);
    }
  }

  private void cut(Path path) throws IOException {
    if (Files.exists(path)) {
      var text = String.join("\n", lines(path)) + "\n";
      var bytes = new ByteArrayOutputStream();
      try (var zip = Gzip.stored(bytes)) {
        zip.write(text.getBytes(StandardCharsets.UTF_8));
      }
      Files.write(path, Arrays.copyOf(bytes.toByteArray(), bytes.size() * 3 / 5));
      note(path, Kind.TRUNCATED_FILE);
    }
  }

  private void empty(Path path) throws IOException {
    if (Files.exists(path)) {
      Files.write(path, new byte[0]);
      note(path, Kind.EMPTY_FILE);
    }
  }

  private void deliverAgain(int daysBefore) throws IOException {
    var path = file("target_sales", daysBefore, "sales.csv.gz");
    if (Files.exists(path) && daysBefore > 0) {
      var again = file("target_sales", daysBefore - 1, "sales.csv.gz");
      if (!Files.exists(again)
          && !Files.exists(file("target_sales", daysBefore + 1, "sales.csv.gz"))) {
        Files.createDirectories(again.getParent());
        Files.copy(path, again);
        note(again, Kind.FILE_TWICE);
      }
    }
  }

  private boolean inLatin1(Path path) throws IOException {
    if (!Files.exists(path)) {
      return false;
    }
    var text = String.join("\n", lines(path)) + "\n";
    if (StandardCharsets.US_ASCII.newEncoder().canEncode(text)
        || !StandardCharsets.ISO_8859_1.newEncoder().canEncode(text)) {
      return false;
    }
    Files.write(path, zipped(text.getBytes(StandardCharsets.ISO_8859_1)));
    note(path, Kind.LATIN_1);
    return true;
  }
}
