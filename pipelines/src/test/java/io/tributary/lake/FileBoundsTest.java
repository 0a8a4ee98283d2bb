package io.tributary.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.TestSpark;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.FileSourceScanExec;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scala.jdk.javaapi.CollectionConverters;

@TestInstance(Lifecycle.PER_CLASS)
class FileBoundsTest {
  private static final Field ID = Field.required("id", Field.LONG, "Its number");
  private static final Field KEY = Field.optional("key", Field.TEXT, "Its key");
  private static final Field WORTH = Field.optional("worth", Field.DOUBLE, "Its worth");
  private static final Table TABLE =
      Table.silver(
              "visits",
              "One row per visit.",
              ID,
              KEY,
              Field.optional("day", Field.DATE, "Its day"),
              WORTH)
          .key(ID)
          .soughtBy(KEY, WORTH);

  private Ground ground;

  /** A file a night. */
  @BeforeAll
  void threeNights(@TempDir Path folder) {
    ground = new Ground(folder, TABLE);
    add("1 | a1 | 2026-01-01 | 0.5", "2 | a2 | 2026-01-02 | 0.5");
    add("3 | b1 | 2026-02-01 | 1.5", "4 | - | - | 1.5");
    add("5 | c1 | 2026-03-01 | 2.5", "6 | c2 | 2026-03-02 | 2.5");
  }

  private void add(String... rows) {
    String text = "id | key | day | worth\n" + String.join("\n", rows);
    ground.night(
        Step.making(TABLE, lake -> lake.append(TABLE, Rows.of(TABLE, text).coalesce(1)))
            .configuredBy(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          id > 4;                                     1; 5 6
          id > 6;                                     0; ''
          id >= 4;                                    2; 4 5 6
          id < 3;                                     1; 1 2
          id <= 3;                                    2; 1 2 3
          id = 3;                                     1; 3
          key = 'b1';                                 1; 3
          key <=> 'b1';                               1; 3
          key between 'a2' and 'b9';                  2; 2 3
          key in ('a1', 'c1');                        2; 1 5
          key = 'a1' or id = 6;                       2; 1 6
          id in (1, 2, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20); 1; 1 2
          day in (date'2026-01-01', date'2027-01-01'); 1; 1
          id > 1 and id < 3;                          1; 2
          day > date'2026-02-01';                     1; 5 6
          day = date'2026-01-02';                     1; 2
          key is null;                                3; 4
          key <=> null;                               3; 4
          key like 'c%';                              3; 5 6
          not (key = 'a1');                           3; 2 3 5 6
          worth > 2;                                  3; 5 6
          key = 'a1' or worth > 2;                    3; 1 5 6
          upper(key) = 'A1';                          3; 1
          """)
  void filesThatHoldNothingOfWhatIsAskedForAreNotOpened(String filter, int files, String ids) {
    Dataset<Row> found = ground.house().read(TestSpark.session(), TABLE).where(filter);

    assertThat(String.join(" ", Rows.of(found.select("id")))).isEqualTo(ids);
    assertThat(opened(found)).isEqualTo(files);
  }

  /** How many files a plan lists to read. */
  private static long opened(Dataset<Row> rows) {
    return CollectionConverters.asJava(rows.queryExecution().sparkPlan().collectLeaves()).stream()
        .filter(FileSourceScanExec.class::isInstance)
        .map(FileSourceScanExec.class::cast)
        .mapToLong(scan -> scan.selectedPartitions().totalNumberOfFiles())
        .sum();
  }

  @Test
  void aFileOfUnknownBoundsMayHoldAnything() {
    assertThat(mayHold(null)).isTrue();
    assertThat(mayHold("{\"numRecords\":2}")).isTrue();
    assertThat(mayHold("{\"maxValues\":{\"key\":\"06\"}}")).isTrue();
    assertThat(mayHold("{\"minValues\":{\"key\":6},\"maxValues\":{\"key\":6}}")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "05, 07, true",
    "01, 04, false",
    "01, 05, true",
    "07, 09, true",
    "08, 09, false",
    "01, 09, true"
  })
  void aFileMayHoldValuesThatItsOwnSpanMeets(String from, String to, boolean mayHold) {
    String statistics =
        "{\"numRecords\":2,\"minValues\":{\"key\":\"%s\"},\"maxValues\":{\"key\":\"%s\"}}"
            .formatted(from, to);

    assertThat(mayHold(statistics)).isEqualTo(mayHold);
  }

  private static boolean mayHold(String statistics) {
    return FileBounds.of(statistics)
        .mayHold("key", UTF8String.fromString("05"), UTF8String.fromString("07"));
  }
}
