package io.tributary.jobs.nights;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.jobs.command.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample's night, end to end, against what was spoiled in it on purpose. */
class SampleNightTest {
  @TempDir private static Path folder;
  private static List<SpoiledRecord> spoiled;

  /** What became of the records of a file. */
  private record Account(long landed, long accepted, long duplicate, long superseded, long aside) {}

  @BeforeAll
  static void theNight() throws IOException {
    Shell.keepSpark();
    copy(Shell.HOME.resolve("sample-data/landing").normalize(), landing());
    spoiled = SpoiledRecord.all(Shell.HOME.resolve("sample-data/truth/faults.csv"), landing());
    assertThat(tributary("nightly").exitCode()).isZero();
  }

  /** A folder of its own, so that no truth lies beside what landed. */
  private static Path landing() {
    return folder.resolve("landing");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private static Shell.Outcome tributary(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--landing", landing().toString()));
    return Shell.under("conf/local.yaml", folder.resolve("lakehouse"), all.toArray(String[]::new));
  }

  private static List<String[]> rows(String query) {
    Shell.Outcome outcome = tributary("sql", query, "--csv");
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    return outcome.out().lines().skip(1).map(line -> line.split(",", -1)).toList();
  }

  private static String below(String file) {
    return landing().relativize(Path.of(file).normalize()).toString();
  }

  private static Map<String, Account> accounts() {
    return rows(
            "select file, sum(landed), sum(accepted), sum(duplicate), sum(superseded),"
                + " sum(quarantined) from ops.files group by file")
        .stream()
        .collect(toMap(row -> below(row[0]), SampleNightTest::account));
  }

  private static Account account(String[] row) {
    return new Account(
        Long.parseLong(row[1]),
        Long.parseLong(row[2]),
        Long.parseLong(row[3]),
        Long.parseLong(row[4]),
        Long.parseLong(row[5]));
  }

  private static Map<String, Long> spoiledByFile(String kind) {
    return spoiled.stream()
        .filter(record -> record.kind().equals(kind))
        .collect(groupingBy(SpoiledRecord::file, counting()));
  }

  @Test
  void nothingIsReadBesideWhatLanded() throws IOException {
    assertThat(accounts().keySet()).noneMatch(file -> file.startsWith(".."));
    try (Stream<Path> sources = Files.walk(Shell.HOME.resolve("conf"))) {
      assertThat(sources.filter(Files::isRegularFile))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(file).content().doesNotContain("truth"));
    }
  }

  @Test
  void eachRecordOfEachFileHasOneOutcome() {
    assertThat(accounts())
        .hasSizeGreaterThan(900)
        .allSatisfy(
            (file, is) ->
                assertThat(is.accepted + is.duplicate + is.superseded + is.aside)
                    .as(file)
                    .isEqualTo(is.landed));
  }

  @Test
  void whatCannotBeRightIsSetAsideAndNoCleanRecordWithIt() {
    Set<String> aside =
        rows("select file, position from ops.quarantine").stream()
            .map(row -> below(row[0]) + "#" + row[1])
            .collect(toSet());

    assertThat(aside)
        .containsExactlyInAnyOrderElementsOf(
            spoiled.stream()
                .filter(SpoiledRecord::isSetAside)
                .map(record -> record.file() + "#" + record.position())
                .collect(toSet()));
  }

  @Test
  void aCopyCountsOnceAndAFileThatCameTwiceNotAtAll() {
    Map<String, Account> accounts = accounts();

    assertThat(spoiledByFile("duplicate"))
        .hasSizeGreaterThan(50)
        .allSatisfy(
            (file, copies) -> {
              Account is = accounts.get(file);
              // Where a later delivery brings the period again, a copy may be superseded with it.
              assertThat(is.duplicate).as(file).isBetween(copies - is.superseded, copies);
            });
    assertThat(spoiledByFile("file_twice").keySet())
        .isNotEmpty()
        .allSatisfy(
            file -> assertThat(accounts.get(file).duplicate).isEqualTo(accounts.get(file).landed));
  }

  @Test
  void aStockFigurePutRightTheNextDayIsSuperseded() {
    Map<String, Account> accounts = accounts();

    assertThat(spoiledByFile("restated"))
        .isNotEmpty()
        .allSatisfy((file, wrong) -> assertThat(accounts.get(file).superseded).isEqualTo(wrong));
  }

  @Test
  void eachChangeOfAFilesFormRaisesAnAlertWhenItFirstComes() {
    Set<String> alerted =
        rows("select subject from ops.alerts").stream()
            .map(row -> row[0])
            .filter(subject -> subject.startsWith(landing().toString()))
            .map(SampleNightTest::below)
            .collect(toSet());
    Set<String> expected =
        Stream.of("header_renamed", "extra_column", "empty_file", "truncated_file", "latin_1")
            .flatMap(
                kind ->
                    spoiledByFile(kind).keySet().stream()
                        .collect(
                            toMap(
                                file -> Path.of(file).getName(0),
                                file -> file,
                                SampleNightTest::first))
                        .values()
                        .stream())
            .collect(toSet());

    assertThat(alerted).isEqualTo(expected).hasSize(5);
  }

  private static String first(String one, String other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  @Test
  void whatAPersonRefusedStandsRefusedWhateverItWasSaidUnder() throws IOException {
    Map<String, List<String>> standing = new HashMap<>();
    rows("select master_customer_id, lower(brand), purpose, channel, status"
            + " from silver.consent_standing where master_customer_id is not null")
        .forEach(row -> said(standing, row[0], row).add(row[4]));
    Map<String, Set<String>> people = new HashMap<>();
    Map<String, String> links =
        rows("select record_key, master_customer_id from silver.identity_links").stream()
            .collect(toMap(row -> row[0], row -> row[1]));
    for (String[] record : truth("records.csv")) {
      String key = Stream.of(record).limit(3).filter(part -> !part.isEmpty()).collect(joining("/"));
      Optional.ofNullable(links.get(key))
          .ifPresent(id -> people.computeIfAbsent(record[3], none -> new HashSet<>()).add(id));
    }

    Map<String, Long> found =
        truth("consent.csv").stream()
            .collect(
                groupingBy(row -> row[4] + " as " + strictest(people, standing, row), counting()));

    // Whoever shares a mailbox is refused what the other refused.
    assertThat(found)
        .containsOnlyKeys("denied as denied", "granted as granted", "granted as denied");
    assertThat(found.get("granted as denied")).isLessThan(found.get("granted as granted") / 100);
  }

  private static String strictest(
      Map<String, Set<String>> people, Map<String, List<String>> standing, String[] row) {
    return people.getOrDefault(row[0], Set.of()).stream()
        .flatMap(id -> said(standing, id, row).stream())
        .min(naturalOrder())
        .orElse("nothing");
  }

  private static List<String> said(Map<String, List<String>> all, String id, String[] row) {
    String topic = String.join(",", id, row[1], row[2], row[3]);
    return all.computeIfAbsent(topic, none -> new ArrayList<>());
  }

  private static List<String[]> truth(String file) throws IOException {
    try (Stream<String> lines =
        Files.lines(Shell.HOME.resolve("sample-data/truth").resolve(file))) {
      return lines.skip(1).map(line -> line.split(",", -1)).toList();
    }
  }

  @Test
  void aSecondNightFindsNothingNew() {
    Shell.Outcome again = tributary("nightly");

    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.out()).contains("found nothing new");
  }
}
