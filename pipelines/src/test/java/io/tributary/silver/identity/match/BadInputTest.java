package io.tributary.silver.identity.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.TestSpark;
import io.tributary.models.identity.cluster.Ties;
import io.tributary.models.identity.compare.Kind;
import io.tributary.models.identity.review.Decision;
import io.tributary.models.identity.review.Decisions;
import io.tributary.silver.identity.match.MatchSpec.FieldSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Records no model was made for: matching comes to an end and says what it met. */
class BadInputTest {
  private final List<String> said = new ArrayList<>();

  @Test
  void recordsThatSayNothingAreNobody() {
    Map<String, String> people = people(500, i -> new String[] {null, null, null, null});

    assertThat(people.values()).doesNotHaveDuplicates();
    assertThat(said).anyMatch(line -> line.startsWith("500 records"));
  }

  @Test
  void withoutBirthDatesTheOtherFieldsDecide() {
    Map<String, String> people =
        people(
            400,
            i -> new String[] {"Name" + i / 2, "Family" + i / 2, null, "m" + i / 2 + "@x.example"});

    assertThat(people.get("r0001")).isEqualTo(people.get("r0000"));
    assertThat(people.get("r0002")).isNotEqualTo(people.get("r0000"));
  }

  @Test
  void tenThousandOfOneNameAreNotOnePerson() {
    Map<String, String> people = people(10_000, i -> new String[] {"Maria", "Garcia", null, null});

    assertThat(said)
        .anyMatch(line -> line.startsWith("10,000 records"))
        .contains("no rule brings records together: nothing is compared");
    assertThat(largest(people)).isLessThanOrEqualTo(300);
  }

  @Test
  void aBlockOfThousandsIsDividedAndSaidToBe() {
    Map<String, String> people =
        people(
            5_000,
            i ->
                new String[] {
                  "Maria",
                  "Garcia",
                  "19%02d-%02d-%02d".formatted(30 + i % 70, 1 + i % 12, 1 + i % 28),
                  i % 2 == 0 ? null : "m" + i / 4 + "@x.example"
                },
            List.of("name + surname"));

    assertThat(said)
        .anyMatch(line -> line.contains("largest block 5,000"))
        .anyMatch(line -> line.startsWith("blocks divided because they are large: 1"));
    assertThat(largest(people)).isLessThanOrEqualTo(300);
  }

  @Test
  void oneRecordIsOnePerson() {
    assertThat(people(1, i -> new String[] {"Ann", "Lee", "1980-01-02", "a@x.example"})).hasSize(1);
  }

  @Test
  void decisionsAreObeyedWhereRecordsAreCompared() {
    IntFunction<String[]> twins =
        i ->
            new String[] {
              "Name" + i / 2, "Family" + i / 2, "1980-01-02", "m" + i / 2 + "@x.example"
            };
    Decisions decisions =
        Decisions.of(
            List.of(new Decision("r0000", "r0001", false), new Decision("r0002", "gone", true)));
    Map<String, String> people = new TreeMap<>();
    try (Matching matching = new Matching(table(300, twins), spec(List.of()), said::add)) {
      Matched matched =
          matching.people(matching.learn(), new Known(Ties.NONE, List.of(), decisions));
      matched.members().collectAsList().forEach(r -> people.put(r.getString(0), r.getString(1)));
      assertThat(matched.doubtful().filter("record_key = 'r0000'").count()).isZero();
    }

    assertThat(people.get("r0001")).isEqualTo("r0001");
    assertThat(people.get("r0003")).isEqualTo("r0002");
  }

  private Map<String, String> people(int records, IntFunction<String[]> values) {
    return people(records, values, List.of());
  }

  private Map<String, String> people(
      int records, IntFunction<String[]> values, List<String> rules) {
    Map<String, String> people = new TreeMap<>();
    Dataset<Row> rows = table(records, values);
    rows.collectAsList().forEach(row -> people.put(row.getString(0), row.getString(0)));
    try (Matching matching = new Matching(rows, spec(rules), said::add)) {
      matching
          .people(matching.learn())
          .members()
          .collectAsList()
          .forEach(row -> people.put(row.getString(0), row.getString(1)));
    }
    return people;
  }

  private static long largest(Map<String, String> people) {
    Map<String, Long> sizes = new TreeMap<>();
    people.values().forEach(person -> sizes.merge(person, 1L, Long::sum));
    return sizes.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  private static MatchSpec spec(List<String> rules) {
    Map<String, FieldSpec> fields = new LinkedHashMap<>();
    fields.put("name", new FieldSpec(Kind.GIVEN_NAME, List.of("name"), null, null));
    fields.put("surname", new FieldSpec(Kind.FAMILY_NAME, List.of("surname"), null, null));
    fields.put("born", new FieldSpec(Kind.DATE, List.of("born"), null, true));
    fields.put("mail", new FieldSpec(Kind.EMAIL, List.of("mail"), null, null));
    return new MatchSpec("US", fields, rules, null);
  }

  private static Dataset<Row> table(int records, IntFunction<String[]> values) {
    StructType schema = new StructType();
    for (String column : List.of("record_key", "name", "surname", "born", "mail")) {
      schema = schema.add(column, DataTypes.StringType);
    }
    List<Row> rows =
        IntStream.range(0, records)
            .mapToObj(
                i -> {
                  String[] of = values.apply(i);
                  return RowFactory.create("r%04d".formatted(i), of[0], of[1], of[2], of[3]);
                })
            .toList();
    return TestSpark.session().createDataFrame(rows, schema);
  }
}
