package io.tributary.silver.identity.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.TestSpark;
import io.tributary.models.identity.compare.Kind;
import io.tributary.models.identity.resolution.Learned;
import io.tributary.models.identity.resolution.Settings;
import io.tributary.silver.identity.match.MatchSpec.FieldSpec;
import io.tributary.silver.identity.match.MatchSpec.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Up to ten records of a block are compared each with each. */
class NightBlocksTest {
  private final List<Row> records = new ArrayList<>();

  @Test
  void aLargeBlockIsDividedAndWhereAPartIsLargeNotAllMeet() {
    add("Smith", 20, "ann");
    add("Smith", 5, null);
    add("Lee", 2, "eve");

    assertRows(
        night(learned()),
        """
        rule    | blocks | pairs | largest | block_limit | divided | crowded | largest_crowded | run
        surname | 2      | 301   | 25      | 10          | 1       | 1       | 20              | 7
        mail    | 0      | 0     | 0       | 10          | 0       | 0       | 0               | 7
        """);
  }

  @Test
  void aBlockThatGrewSinceTheModelWasLearnedIsNotDivided() {
    add("Smith", 2, "ann");
    add("Lee", 9, "eve");
    Learned learned = learned();
    add("Lee", 5, "ida");

    NightBlocks night = night(learned);

    assertRows(
        night,
        """
        rule    | blocks | pairs | largest | block_limit | divided | crowded | largest_crowded | run
        surname | 2      | 92    | 14      | 10          | 0       | 1       | 14              | 7
        mail    | 0      | 0     | 0       | 10          | 0       | 0       | 0               | 7
        """);
    assertThat(BlockAlert.of(night))
        .hasValue(
            "Blocks and parts of blocks that are larger all the same: 1, most of them by the rule"
                + " 'surname' (1, the largest with 14 profiles). In them a profile is compared with 20 neighbours"
                + " on either side alone. A larger 'block' under 'settings' of the identity file"
                + " compares more of them, and costs more.");
  }

  @Test
  void whereEverybodyMeetsThereIsNothingToTell() {
    add("Smith", 10, "ann");

    assertThat(BlockAlert.of(night(learned()))).isEmpty();
  }

  @Test
  void profilesThatNoRuleBringsTogetherAreToldOf() {
    Settings settings = spec().numbers();

    assertThat(BlockAlert.of(new NightBlocks(List.of(), settings, 11)).orElseThrow())
        .startsWith("None of 11 profiles was compared with another: what they are compared in");
    assertThat(BlockAlert.of(new NightBlocks(List.of(), settings, 10))).isEmpty();
  }

  private void add(String surname, int times, String name) {
    for (int i = 0; i < times; i++) {
      String key = "r%03d".formatted(records.size());
      records.add(RowFactory.create(key, name, surname, key + "@mail.example"));
    }
  }

  private Learned learned() {
    try (Matching matching = new Matching(table(), spec())) {
      return matching.learn();
    }
  }

  private NightBlocks night(Learned learned) {
    try (Matching matching = new Matching(table(), spec());
        MatchNight night = matching.night(learned, Known.NOTHING, Calibrating.NOTHING)) {
      return night.blocks();
    }
  }

  private static void assertRows(NightBlocks night, String expected) {
    Rows.assertRows(
        TestSpark.session().createDataFrame(night.rows(7), NightBlocks.TABLE.schema()), expected);
  }

  private static MatchSpec spec() {
    Map<String, FieldSpec> fields = new LinkedHashMap<>();
    fields.put("name", new FieldSpec(Kind.GIVEN_NAME, List.of("name"), null, null));
    fields.put("surname", new FieldSpec(Kind.FAMILY_NAME, List.of("surname"), null, null));
    fields.put("mail", new FieldSpec(Kind.EMAIL, List.of("mail"), null, null));
    return new MatchSpec(
        "GB", fields, List.of("surname", "mail"), new Numbers(null, null, null, 10, null, null));
  }

  private Dataset<Row> table() {
    StructType schema = new StructType();
    for (String column : List.of("record_key", "name", "surname", "mail")) {
      schema = schema.add(column, DataTypes.StringType);
    }
    return TestSpark.session().createDataFrame(records, schema);
  }
}
