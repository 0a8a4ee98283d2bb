package io.tributary.silver.admission;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.bronze.Records;
import io.tributary.bronze.source.Delivery;
import io.tributary.bronze.source.Source;
import io.tributary.silver.Received;
import io.tributary.silver.typing.Typed;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Outcomes of records; the position tells them apart, and a defect stands for any reason. */
class OutcomesTest {
  private static final Source UPSERT = Received.delivering(Delivery.UPSERT, true);
  private static final Source RESTATING = Received.restating();
  private static final Source APPEND = Received.delivering(Delivery.APPEND, true);
  private static final Source SNAPSHOT = Received.delivering(Delivery.SNAPSHOT, true);
  private static final Source WINDOW = Received.delivering(Delivery.WINDOW, true);
  private static final String RIVALS_HEADER =
      "version | content_hash | delivery_date | file_hash | file | defect";
  private static final List<String> RIVALS =
      List.of(
          "1 | h1 | 2026-06-01 | f1 | f1 | -",
          "2 | h2 | 2026-06-02 | f2 | f2 | -",
          "2 | h2 | 2026-06-02 | f1 | f3 | -",
          "2 | h3 | 2026-06-01 | f4 | f4 | -",
          "3 | h9 | 2026-06-03 | f5 | f5 | broken");
  private static final Source FILE = Received.delivering(Delivery.FILE, false);

  @Test
  void ofAnAppendedKeyOneStandsAndCopiesAreDuplicates() {
    assertOutcomes(
        APPEND,
        """
        position | record_key | content_hash | outcome
        1        | a          | h1           | accepted
        2        | a          | h1           | duplicate
        3        | a          | h0           | superseded
        4        | b          | h1           | accepted
        """);
  }

  @Test
  void ofAnUpsertedKeyTheGreatestVersionStands() {
    assertOutcomes(
        UPSERT,
        """
        position | record_key | version | content_hash | delivery_date | outcome
        1        | a          | 1       | h9           | 2026-06-03    | superseded
        2        | a          | 2       | h1           | 2026-06-01    | accepted
        3        | a          | 2       | h0           | 2026-06-02    | superseded
        4        | a          | 2       | h1           | 2026-06-02    | duplicate
        5        | a          | -       | h9           | 2026-06-04    | superseded
        """);
  }

  @Test
  void withoutVersionsTheFirstCopyOfWhatWasDeliveredLastStands() {
    assertOutcomes(
        RESTATING,
        """
        position | record_key | content_hash | delivery_date | outcome
        1        | a          | h9           | 2026-06-01    | superseded
        2        | a          | h1           | 2026-06-02    | accepted
        3        | a          | h1           | 2026-06-03    | duplicate
        4        | b          | h1           | 2026-06-01    | accepted
        5        | b          | h9           | 2026-06-02    | superseded
        6        | b          | h1           | 2026-06-03    | duplicate
        """);
  }

  @Test
  void aSnapshotReplacesAllThatItsAccountHeld() {
    assertOutcomes(
        SNAPSHOT,
        """
        position | record_key | unit_key | version | delivery_date | outcome
        1        | a          | list/x   | 9       | 2026-06-01    | superseded
        2        | b          | list/x   | 1       | 2026-06-01    | superseded
        3        | a          | list/x   | 1       | 2026-06-02    | accepted
        4        | c          | list/y   | 1       | 2026-06-01    | accepted
        """);
  }

  @Test
  void aWindowReplacesItsPeriodsOnlyAndALateOldOneNothing() {
    assertOutcomes(
        WINDOW,
        """
        position | record_key | unit_key | delivery_date | outcome
        1        | 1/a        | day1     | 2026-06-02    | superseded
        2        | 1/b        | day1     | 2026-06-02    | superseded
        3        | 1/a        | day1     | 2026-06-03    | accepted
        4        | 2/a        | day2     | 2026-06-02    | accepted
        5        | 2/a        | day2     | 2026-06-01    | superseded
        """);
  }

  @Test
  void aFileReplacesTheEarlierOneOfItsNameAndACopyUnderAnotherIsADuplicate() {
    assertOutcomes(
        FILE,
        """
        position | record_key | unit_key | file_hash | content_hash | delivery_date | outcome
        1        | old#1      | a.csv    | old       | h1           | 2026-06-01    | superseded
        2        | new#1      | a.csv    | new       | h2           | 2026-06-02    | accepted
        3        | new#1      | b.csv    | new       | h2           | 2026-06-03    | duplicate
        4        | other#1    | c.csv    | other     | h1           | 2026-06-01    | accepted
        """);
  }

  @Test
  void whatIsSetAsideSupersedesNothing() {
    assertOutcomes(
        UPSERT,
        """
        position | record_key | version | defect | outcome
        1        | a          | 1       | -      | accepted
        2        | a          | 2       | broken | quarantined
        """);
    assertOutcomes(
        SNAPSHOT,
        """
        position | record_key | unit_key | delivery_date | defect | outcome
        1        | a          | list     | 2026-06-01    | -      | accepted
        2        | a          | list     | 2026-06-02    | broken | quarantined
        """);
  }

  @Test
  void theSameFileUnderAnotherNameBringsNothingNew() {
    for (Source source : List.of(APPEND, UPSERT, RESTATING, SNAPSHOT, WINDOW, FILE)) {
      assertOutcomes(
          source,
          """
          position | record_key | unit_key | version | content_hash | file_hash | file  | run | outcome
          1        | a          | unit     | 1       | h1           | f         | a.csv | 1   | accepted
          1        | a          | unit     | 1       | h1           | f         | b.csv | 2   | duplicate
          """);
    }
  }

  @Test
  void anEarlierRecordStoodIfNothingBeatItThen() {
    Dataset<Row> judged =
        judged(
            UPSERT,
            records(
                """
                position | record_key | version | content_hash | run
                1        | a          | 1       | h1           | 1
                2        | a          | 2       | h2           | 1
                3        | a          | 3       | h3           | 2
                """),
            2);

    Rows.assertRows(
        judged,
        """
        position | outcome    | stood
        1        | superseded | false
        2        | superseded | true
        3        | accepted   | false
        """);
  }

  @Test
  void aCopyReadTwiceFromOnePlaceStandsOnceAndStays() {
    Dataset<Row> judged =
        judged(
            UPSERT,
            records(
                """
                position | record_key | file_hash | file  | run
                1        | a          | f         | a.csv | 1
                1        | a          | f         | a.csv | 2
                1        | a          | f         | a.csv | 3
                """),
            3);

    Rows.assertRows(
        judged,
        """
        run | outcome   | stood
        1   | accepted  | true
        2   | duplicate | false
        3   | duplicate | false
        """);
  }

  @Test
  void theOrderOfRunsDecidesNothing() {
    for (Source source : List.of(UPSERT, RESTATING, SNAPSHOT)) {
      Dataset<Row> last =
          judged(source, ordered(RIVALS.size()), RIVALS.size()).where("outcome = 'accepted'");

      assertThat(Rows.of(last.groupBy("version", "content_hash", "file").count()))
          .as(source.toString())
          .containsExactly(standing(source) + " | 120");
    }
  }

  /** Otherwise the ledger takes from a file what it never gave. */
  @Test
  void whatStoodBeforeARunIsWhatTheRunBeforeLeftStanding() {
    for (Source source : List.of(UPSERT, RESTATING, SNAPSHOT)) {
      for (int run = 2; run <= RIVALS.size(); run++) {
        Dataset<Row> stood = judged(source, ordered(run), run).where("stood");
        Dataset<Row> left = judged(source, ordered(run - 1), run - 1).where("outcome = 'accepted'");

        assertThat(Rows.of(stood.select("record_key", "file")))
            .isEqualTo(Rows.of(left.select("record_key", "file")));
      }
    }
  }

  private static String standing(Source source) {
    return source.equals(UPSERT) ? "2 | h3 | f4" : "2 | h2 | f3";
  }

  /** The records in every order in which they may come, one a run, up to a run. */
  private static Dataset<Row> ordered(int runs) {
    StringBuilder text = new StringBuilder(RIVALS_HEADER + " | record_key | unit_key | run\n");
    int order = 0;
    for (List<String> records : permutations(RIVALS)) {
      order++;
      for (int run = 1; run <= runs; run++) {
        text.append("%s | a%d | u%d | %d\n".formatted(records.get(run - 1), order, order, run));
      }
    }
    return records(text.toString());
  }

  private static List<List<String>> permutations(List<String> items) {
    if (items.isEmpty()) {
      return List.of(List.of());
    }
    List<List<String>> all = new ArrayList<>();
    for (String first : items) {
      List<String> others = new ArrayList<>(items);
      others.remove(first);
      for (List<String> rest : permutations(others)) {
        List<String> order = new ArrayList<>(List.of(first));
        order.addAll(rest);
        all.add(order);
      }
    }
    return all;
  }

  private static void assertOutcomes(Source source, String expected) {
    List<String> lines = expected.lines().toList();
    String given =
        String.join(
            "\n", lines.stream().map(line -> line.substring(0, line.lastIndexOf('|'))).toList());
    Dataset<Row> judged = judged(source, records(given), /* run= */ 1);
    Rows.assertRows(judged, expected);
  }

  private static Dataset<Row> records(String text) {
    Dataset<Row> records = Received.records(text);
    return records.withColumn(Typed.REASON.name(), Records.DEFECT.col());
  }

  private static Dataset<Row> judged(Source source, Dataset<Row> records, long run) {
    return Outcomes.of(
        records.withColumn(
            Outcomes.IS_NEW, when(Records.RUN.col().lt(run), lit(false)).otherwise(lit(true))),
        source,
        /* withEarlier= */ run > 1);
  }
}
