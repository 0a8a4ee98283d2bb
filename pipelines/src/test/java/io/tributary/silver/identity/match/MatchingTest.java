package io.tributary.silver.identity.match;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.TestSpark;
import io.tributary.models.identity.compare.Kind;
import io.tributary.models.identity.evaluate.Agreement;
import io.tributary.models.identity.resolution.Learned;
import io.tributary.models.identity.resolution.Linker;
import io.tributary.silver.identity.match.MatchSpec.FieldSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class MatchingTest {
  private static final List<String> COLUMNS =
      List.of("record_key", "person", "name", "surname", "born", "mail");
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  @Test
  void findsThePeopleOfAnyTableWhateverItsPartitions() {
    List<Row> rows = customers();
    Map<String, String> people = people(table(rows).coalesce(1), List.of());

    assertThat(people(table(rows).repartition(7), List.of())).isEqualTo(people);
    Agreement agreement =
        Agreement.of(
            rows.stream().map(row -> row.getString(1)).toList(),
            rows.stream().map(row -> people.getOrDefault(row.get(0), row.getString(0))).toList());
    assertThat(agreement.precision()).isGreaterThan(0.99);
    assertThat(agreement.recall()).isGreaterThan(0.95);
  }

  @Test
  void theCensusSaysWhatEachRuleBringsTogether() {
    List<String> said = new ArrayList<>();
    MatchSpec spec = spec(List.of("name.root + surname.sound", "mail"));

    try (Matching matching = new Matching(table(customers()), spec, said::add)) {
      matching.people(matching.learn());
    }

    assertThat(said).anyMatch(line -> line.contains("name.root + surname.sound"));
    assertThat(said).anyMatch(line -> line.startsWith("mail") && line.contains("largest block"));
  }

  @Test
  void aTableWithoutRecordsHasNoPeople() {
    assertThat(people(table(List.of()), List.of())).isEmpty();
  }

  @Test
  void anEvaluationTellsBlockingScoringAndCalibrationApart() {
    Dataset<Row> rows = table(customers());

    try (Matching matching = new Matching(rows, spec(List.of()))) {
      Learned learned = matching.learn();
      Linker linker = matching.linker(learned);
      Evaluation evaluation = new Evaluation(matching, linker, rows, "person", null);
      Agreement chosen = evaluation.curve().get(linker.settings().join());

      assertThat(chosen)
          .isEqualTo(matching.people(learned).agreement(rows, "person"))
          .isEqualTo(evaluation.curve().get(0.82));
      assertThat(evaluation.blocking().truePairs()).isEqualTo(chosen.truePairs());
      assertThat(evaluation.blocking().share()).isBetween(chosen.recall() - 0.01, 1.0);
      assertThat(evaluation.calibration().expectedError()).isLessThan(0.1);
      assertThat(evaluation.sources().get("all - all").rightPairs()).isEqualTo(chosen.rightPairs());
    }
  }

  @Test
  void recordsWhosePersonNobodyKnowsAreMatchedAndNotMeasured() {
    Dataset<Row> rows =
        table(customers())
            .withColumn("person", expr("case when person not like '%7' then person end"));
    List<String> known =
        rows.filter("person is not null").select("person").as(Encoders.STRING()).collectAsList();
    long truePairs = Agreement.of(known, known).truePairs();

    try (Matching matching = new Matching(rows, spec(List.of()))) {
      Learned learned = matching.learn();
      Evaluation evaluation =
          new Evaluation(matching, matching.linker(learned), rows, "person", null);
      Agreement agreement = matching.people(learned).agreement(rows, "person");

      assertThat(agreement.truePairs()).isEqualTo(truePairs);
      assertThat(agreement.recall()).isGreaterThan(0.95);
      assertThat(evaluation.curve().get(0.82)).isEqualTo(agreement);
      assertThat(evaluation.blocking().truePairs()).isEqualTo(truePairs);
      assertThat(evaluation.calibration().expectedError()).isLessThan(0.1);
      assertThat(evaluation.sources().get("all - all").truePairs()).isEqualTo(truePairs);
    }
  }

  private static Map<String, String> people(Dataset<Row> rows, List<String> rules) {
    Map<String, String> people = new TreeMap<>();
    try (Matching matching = new Matching(rows, spec(rules))) {
      for (Row row : matching.people(matching.learn()).members().collectAsList()) {
        people.put(row.getString(0), row.getString(1));
      }
    }
    return people;
  }

  private static MatchSpec spec(List<String> rules) {
    Map<String, FieldSpec> fields = new LinkedHashMap<>();
    fields.put("name", new FieldSpec(Kind.GIVEN_NAME, List.of("name"), null, null));
    fields.put("surname", new FieldSpec(Kind.FAMILY_NAME, List.of("surname"), null, null));
    fields.put("born", new FieldSpec(Kind.DATE, List.of("born"), null, true));
    fields.put("mail", new FieldSpec(Kind.EMAIL, List.of("mail"), null, null));
    return new MatchSpec("GB", fields, rules, null);
  }

  /** One to three records a person, one in six with a slip in a name, one in four without mail. */
  private static List<Row> customers() {
    SplittableRandom random = new SplittableRandom(5);
    List<Row> rows = new ArrayList<>();
    for (int person = 0; person < 400; person++) {
      String name = word(random, 3 + random.nextInt(3));
      String surname = word(random, 4 + random.nextInt(4));
      String born = "%d-%02d-11".formatted(1950 + random.nextInt(50), 1 + random.nextInt(12));
      String mail = "%s%d@mail.example".formatted(word(random, 5), person);
      for (int record = random.nextInt(3); record >= 0; record--) {
        String slipped = random.nextInt(6) == 0 ? surname.substring(1) : surname;
        rows.add(
            RowFactory.create(
                "k%03d.%d".formatted(person, record),
                "p" + person,
                name,
                slipped,
                born,
                random.nextInt(4) == 0 ? null : mail));
      }
    }
    return rows;
  }

  private static String word(SplittableRandom random, int length) {
    StringBuilder word = new StringBuilder();
    while (word.length() < length) {
      word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return word.toString();
  }

  private static Dataset<Row> table(List<Row> rows) {
    StructType schema = new StructType();
    for (String column : COLUMNS) {
      schema = schema.add(column, DataTypes.StringType);
    }
    return TestSpark.session().createDataFrame(rows, schema);
  }
}
