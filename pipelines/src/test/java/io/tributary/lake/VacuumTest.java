package io.tributary.lake;

import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.Rows;
import io.tributary.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VacuumTest {
  private static final Field ID = required("id", LONG, "Its number");
  private static final Table FIRST = Table.silver("first", "One row per number.", ID);
  private static final Table SECOND = Table.gold("second", "One row per number.", ID);
  private static final Table NEVER = Table.gold("never", "Never written.", ID);
  private static final List<String> STEPS = List.of("silver.first", "gold.second");

  /** Entries of Delta's log; the disk's sums of their bytes have hidden names. */
  private static final Pattern STAMPED = Pattern.compile(".*/_delta_log/\\d+\\.(json|crc)");

  private static final Pattern STAMP =
      Pattern.compile("(\"(?:timestamp|deletionTimestamp|modificationTime)\":)(\\d{13})");

  @TempDir private Path folder;

  @Test
  void filesThatNoVersionInUseNeedsAreRemovedOnceTheyAreOldEnough() {
    night("1");
    night("2");

    assertThat(freed(FIRST, Duration.ofDays(1)).files()).isZero();
    assertThat(Rows.of(house().readAt(TestSpark.session(), FIRST, 0))).containsExactly("1");

    Vacuum.Freed freed = freed(FIRST, Duration.ZERO);
    assertThat(freed.files()).isEqualTo(1);
    assertThat(freed.bytes()).isPositive();
    assertThat(Rows.of(house().read(TestSpark.session(), FIRST))).containsExactly("2");
    assertThat(freed(FIRST, Duration.ZERO).files()).isZero();
    assertThat(freed(NEVER, Duration.ZERO)).isEqualTo(new Vacuum.Freed(NEVER, 0, 0));
  }

  @Test
  void filesStayAsLongAsIsAsked() throws IOException {
    night("1");
    night("2");
    night("3");
    age(Duration.ofDays(20));
    night("4");

    assertThat(freed(FIRST, Duration.ofDays(30)).files()).isZero();
    assertThat(Rows.of(house().readAt(TestSpark.session(), FIRST, 0))).containsExactly("1");

    assertThat(freed(FIRST, Duration.ofDays(1)).files()).isEqualTo(2);
    assertThat(Rows.of(house().readAt(TestSpark.session(), FIRST, 2))).containsExactly("3");
    assertThat(Rows.of(house().read(TestSpark.session(), FIRST))).containsExactly("4");
  }

  @Test
  void whatAStepHasToCompareWithStaysHoweverOldItIs() throws IOException {
    night("1");
    chosenNight(List.of(first("2")), List.of(first("2"), second()));
    age(Duration.ofDays(20));

    assertThat(freed(FIRST, Duration.ofDays(1)).files()).isZero();
    assertThat(Rows.of(house().readAt(TestSpark.session(), FIRST, 0))).containsExactly("1");
  }

  @Test
  void aVersionIsForgottenWhenNobodyNeedsItAndNotByItsAge() throws IOException {
    for (int night = 0; night < 10; night++) {
      night("" + night);
    }
    age(Duration.ofDays(40));
    night("10");
    night("11");

    assertThat(Rows.of(house().readAt(TestSpark.session(), FIRST, 9))).containsExactly("9");
    assertThat(Rows.of(TestSpark.session().sql(shown(9)))).containsExactly("9");

    assertThat(freed(FIRST, Duration.ofDays(30)).files()).isEqualTo(9);
    assertThat(logged()).contains(9L, 10L, 11L);

    assertThat(freed(FIRST, Duration.ZERO).files()).isEqualTo(2);
    assertThat(logged()).contains(10L, 11L).doesNotContain(0L, 9L);
    night("12");
    assertThat(Rows.of(house().read(TestSpark.session(), FIRST))).containsExactly("12");
  }

  /** A version as a reader's view has it. */
  private String shown(long version) {
    return new ShownTable(
            house(), TestSpark.session(), FIRST, new PublishedSet.Shown(version, Map.of()))
        .query();
  }

  private List<Long> logged() {
    return house().storage().filesBelow(house().path(FIRST) + "/_delta_log").stream()
        .filter(file -> file.path().endsWith(".json"))
        .map(file -> Path.of(file.path()).getFileName().toString().replaceFirst("[.].*", ""))
        .map(Long::parseLong)
        .toList();
  }

  /** As if all that there is had been written so much earlier, by the disk's and the log's word. */
  private void age(Duration by) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).filter(VacuumTest::isNoSum).toList()) {
        Instant written = Files.getLastModifiedTime(file).toInstant();
        if (STAMPED.matcher(file.toString()).matches()) {
          Files.writeString(file, earlier(Files.readString(file), by));
          Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
        }
        Files.setLastModifiedTime(file, FileTime.from(written.minus(by)));
      }
    }
    DeltaLog.clearCache();
  }

  private static boolean isNoSum(Path file) {
    return !file.getFileName().toString().startsWith(".");
  }

  private static String earlier(String entry, Duration by) {
    return STAMP
        .matcher(entry)
        .replaceAll(stamp -> stamp.group(1) + (Long.parseLong(stamp.group(2)) - by.toMillis()));
  }

  @Test
  void whatAStepHasToCompareWithStaysAsLongAsThereIsTheStep() {
    night("1");
    chosenNight(List.of(first("2")), List.of(first("2"), second()));

    assertThat(freed(FIRST, Duration.ZERO).files()).isZero();
    assertThat(Rows.of(house().readAt(TestSpark.session(), FIRST, 0))).containsExactly("1");

    Vacuum without = Vacuum.of(house(), List.of("silver.first"));
    assertThat(without.free(FIRST, Duration.ZERO).files()).isEqualTo(1);
  }

  @Test
  void aRunThatDiedKeepsAll() {
    night("1");
    run().plan(Ground.DAY, List.of(first("2"), second()), List.of());

    assertThatThrownBy(() -> Vacuum.of(house(), STEPS))
        .isInstanceOf(TributaryException.class)
        .hasMessageContaining("Run 2 is unfinished");
  }

  private Vacuum.Freed freed(Table table, Duration keep) {
    return Vacuum.of(house(), STEPS).free(table, keep);
  }

  private void night(String... numbers) {
    List<Step> steps = List.of(first(numbers), second());
    chosenNight(steps, steps);
  }

  private void chosenNight(List<Step> chosen, List<Step> all) {
    Run run = run();
    run.execute(run.plan(Ground.DAY, chosen, List.of()), all);
  }

  private static Step first(String... numbers) {
    String rows = "id\n" + String.join("\n", numbers);
    return Step.making(FIRST, lake -> lake.overwrite(FIRST, Rows.of(FIRST, rows)))
        .configuredBy(rows);
  }

  private static Step second() {
    return Step.making(SECOND, lake -> lake.overwrite(SECOND, lake.read(FIRST))).reading(FIRST);
  }

  private Run run() {
    return new Run(house(), List.of(FIRST, SECOND), Progress.SILENT);
  }

  private Lakehouse house() {
    return new Lakehouse(
        TestSpark.session(), folder + "/lake house", folder + "/restricted", Clock.systemUTC());
  }
}
