package io.tributary.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.bronze.files.FileFormat;
import io.tributary.bronze.source.Source;
import io.tributary.lake.RunPlan.PlannedFile;
import io.tributary.lake.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingTest {
  @TempDir private Path landing;

  @Test
  void theUsualFolderIsTheSourceAndThenTheDay() {
    landed("till/2026-06-02/b.csv", "till/2026-06-01/z.csv", "other/2026-06-01/a.csv");

    assertThat(described(source(null, null, null)))
        .containsExactly(
            "2026-06-01 - till/2026-06-01/z.csv", "2026-06-02 - till/2026-06-02/b.csv");
  }

  @Test
  void anAccountIsAFolderOrAPartOfTheNameWithDotsAndAll() {
    landed("till/uk/2026-06-01/home.shop.example.jsonl.gz", "till/de/2026-06-01/kids.jsonl.gz");

    assertThat(described(source("till/*/{delivered}/{account}.jsonl.gz", null, null)))
        .containsExactly(
            "2026-06-01 kids till/de/2026-06-01/kids.jsonl.gz",
            "2026-06-01 home.shop.example till/uk/2026-06-01/home.shop.example.jsonl.gz");
    assertThat(described(source("till/{account}/{delivered}/*", null, null)))
        .extracting(file -> file.split(" ", -1)[1])
        .containsExactly("de", "uk");
  }

  @Test
  void whatThePathDoesNotTellTheSourceDoes() {
    landed("retail/online retail (1).csv.gz", "retail/notes.txt");

    LocalDate day = LocalDate.of(2026, 6, 1);
    assertThat(described(source("retail/online*.csv.gz", day, "uk")))
        .containsExactly("2026-06-01 uk retail/online retail (1).csv.gz");
    assertThat(described(source("retail/notes.txt", day, "uk")))
        .containsExactly("2026-06-01 uk retail/notes.txt");
  }

  @Test
  void anAbsolutePatternStandsForItself() {
    landed("elsewhere/2026-06-01/a.csv");

    Source source = source(landing + "/elsewhere/{delivered}/*", null, null);
    assertThat(described(source)).containsExactly("2026-06-01 - elsewhere/2026-06-01/a.csv");
  }

  @Test
  void aPatternIsTextAndNoExpression() {
    landed("till/2026-06-01/a.csv", "till/2026-06-01/axcsv", "till/2026-06-01/sub/a.csv");

    assertThat(described(source("till/{delivered}/a.csv", null, null))).hasSize(1);
    assertThat(described(source("till/{delivered}/*", null, null))).hasSize(2);
  }

  @Test
  void foldersThatAreNoDayAndHiddenFilesAreLeftAlone() {
    landed("till/2026-13-01/a.csv", "till/latest/a.csv", "till/2026-06-01/.a.csv.part");

    assertThat(described(source(null, null, null))).isEmpty();
  }

  @Test
  void aFileThatNoSourceTakesIsUnmatched() {
    landed(
        "shop/2026-06-01/home.json.gz",
        "shop/2026-06-01/home.json",
        "shop/2026-6-2/kids.json.gz",
        "shop/2026-06-01/.home.json.gz.part",
        "unknown/2026-06-01/a.csv");

    assertThat(listing(source("shop/{delivered}/{account}.json.gz", null, null)).unmatched())
        .containsExactly("shop/2026-06-01/home.json", "shop/2026-6-2/kids.json.gz");
  }

  @Test
  void ofAFolderThatSourcesShareOnlyWhatNoneOfThemTakesIsUnmatched() {
    landed("mail/2026-06-01/a.csv", "mail/2026-06-01/a.xml", "mail/2026-06-01/a.txt");

    Landing.Listing listing =
        listing(
            source("mail/{delivered}/*.csv", null, null),
            source("mail/{delivered}/*.xml", null, null),
            source("mail/2026-06-01/a*.csv", LocalDate.of(2026, 6, 1), null));

    assertThat(listing.files()).hasSize(3);
    assertThat(listing.unmatched()).containsExactly("mail/2026-06-01/a.txt");
  }

  @Test
  void aSourceOfOneFileHasNoFolderToLookThrough() {
    landed("retail/sales.csv", "retail/notes.txt");

    LocalDate day = LocalDate.of(2026, 6, 1);
    assertThat(listing(source("retail/sales.csv", day, null)).unmatched()).isEmpty();
  }

  @Test
  void aSourceWithoutAFolderHasNoFiles() {
    assertThat(described(source("nowhere/{delivered}/*", null, null))).isEmpty();
  }

  @Test
  void aFileIsPlannedWithItsSizeAndTime() throws IOException {
    landed("till/2026-06-01/a.csv");
    Path file = landing.resolve("till/2026-06-01/a.csv");

    PlannedFile planned = listing(source(null, null, null)).files().get(0);

    assertThat(planned.bytes()).isEqualTo(Files.size(file));
    assertThat(planned.modified()).isEqualTo(Files.getLastModifiedTime(file).toMillis());
    assertThat(planned.source()).isEqualTo("till");
  }

  private List<String> described(Source source) {
    return listing(source).files().stream()
        .map(
            file ->
                "%s %s %s"
                    .formatted(
                        file.delivered(),
                        file.account() == null ? "-" : file.account(),
                        landing.relativize(Path.of(file.path()))))
        .toList();
  }

  private Landing.Listing listing(Source... sources) {
    return new Landing(new Storage(new Configuration()), landing.toString()).list(List.of(sources));
  }

  private static Source source(String files, LocalDate delivered, String account) {
    return new Source(
        "till",
        null,
        files,
        delivered,
        account,
        FileFormat.of("csv"),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Map.of(),
        null);
  }

  private void landed(String... paths) {
    for (String path : paths) {
      try {
        Path file = landing.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "id\n1\n");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
