package io.tributary.silver.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.TestSpark;
import io.tributary.lake.Lakehouse;
import io.tributary.lake.Progress;
import io.tributary.lake.Run;
import io.tributary.lake.Step;
import io.tributary.lake.Table;
import io.tributary.models.identity.compare.Kind;
import io.tributary.silver.ContactPoints;
import io.tributary.silver.CustomerRecord;
import io.tributary.silver.KeyedHash;
import io.tributary.silver.identity.match.MatchSpec;
import io.tributary.silver.identity.match.MatchSpec.FieldSpec;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityModelsTest {
  @TempDir private Path folder;
  private Lakehouse house;
  private Run run;
  private int night;

  @BeforeEach
  void open() {
    house =
        new Lakehouse(
            TestSpark.session(),
            folder.resolve("open").toString(),
            folder.resolve("restricted").toString(),
            Clock.systemUTC());
    List<Table> tables = new ArrayList<>(Identity.TABLES);
    tables.add(CustomerRecord.TABLE);
    tables.add(ContactPoints.TABLE);
    run = new Run(house, tables, new Progress() {});
  }

  @Test
  void aModelIsKeptUntilTheFieldsChangeOrProfilesOutgrowIt() {
    night(100, spec(Kind.NUMBER));
    night(119, spec(Kind.NUMBER));
    night(121, spec(Kind.NUMBER));
    night(121, spec(Kind.IDENTIFIER));

    Rows.assertRows(
        house.read(TestSpark.session(), IdentityModels.TABLE),
        """
        run | trained_date | profiles | reason
        1   | 2026-01-01   | 100      | There was none
        3   | 2026-01-03   | 121      | Profiles grew from 100 to 121
        4   | 2026-01-04   | 121      | The fields or the blocking are declared otherwise
        """);
  }

  @Test
  void theModelOfANightBeforeFindsThePeopleThatItFoundThen() {
    night(100, spec(Kind.NUMBER));
    List<String> links = Rows.of(house.read(TestSpark.session(), IdentityLinks.TABLE));

    night(100, spec(Kind.NUMBER));

    assertThat(links).anyMatch(link -> link.contains("probabilistic"));
    assertThat(Rows.of(house.read(TestSpark.session(), IdentityLinks.TABLE))).isEqualTo(links);
    assertThat(house.read(TestSpark.session(), IdentityModels.TABLE).count()).isEqualTo(1);
  }

  private void night(int profiles, MatchSpec spec) {
    night++;
    List<Step> steps =
        List.of(
            written(
                CustomerRecord.TABLE, "record_key", profiles, place -> "r%03d".formatted(place)),
            written(
                ContactPoints.TABLE,
                "record_key | first_name | birth_date | postcode",
                profiles,
                IdentityModelsTest::contact),
            Identity.step(new KeyedHash("nights".getBytes(UTF_8)), /* sharedLimit= */ 5, spec));
    LocalDate asOf = LocalDate.of(2026, 1, night);
    assertThat(run.execute(run.plan(asOf, steps, List.of()), steps).isPublished()).isTrue();
  }

  /** Two profiles a person. */
  private static String contact(int place) {
    int person = place / 2;
    return "r%03d | %s | %d-%02d-17 | %d"
        .formatted(
            place,
            "name" + (char) ('a' + person % 26) + (char) ('a' + person / 26),
            1950 + person * 7 % 50,
            1 + person % 12,
            10_000 + person * 613);
  }

  private static Step written(Table table, String head, int rows, IntFunction<String> row) {
    StringBuilder text = new StringBuilder(head);
    IntStream.range(0, rows).forEach(place -> text.append('\n').append(row.apply(place)));
    return Step.making(table, lake -> lake.overwrite(table, Rows.of(table, text.toString())))
        .everyDay();
  }

  private static MatchSpec spec(Kind kind) {
    Map<String, FieldSpec> fields = new LinkedHashMap<>();
    fields.put("given", new FieldSpec(Kind.GIVEN_NAME, List.of("first_name"), null, null));
    fields.put("born", new FieldSpec(Kind.DATE, List.of("birth_date"), null, null));
    fields.put("postcode", new FieldSpec(kind, List.of("postcode"), null, null));
    return new MatchSpec("US", fields, List.of(), null);
  }
}
