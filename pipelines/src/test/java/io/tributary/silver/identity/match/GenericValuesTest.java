package io.tributary.silver.identity.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.TestSpark;
import io.tributary.models.identity.compare.Kind;
import io.tributary.models.identity.linkage.Schema;
import io.tributary.silver.identity.match.MatchSpec.FieldSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Birth dates and addresses that stand for nobody, and again once some records changed. */
class GenericValuesTest {
  private static final long RECORDS = 2_000;
  private static final Schema SCHEMA = spec().schema();

  private final Map<String, Row> records = new TreeMap<>();

  @Test
  void yearsAloneStandForSomebodyAndAFillerForNobody() {
    give(1_000, i -> "%d".formatted(1950 + i % 10));
    give(60, i -> "1900-01-01");

    assertThat(generic().values()).isEqualTo(Map.of(0, Set.of("19000101")));
  }

  @Test
  void aDayIsAFillerUntilItsMonthCatchesUp() {
    give(200, i -> "2010-05-01");
    give(300, i -> "2010-05-%02d".formatted(2 + i % 10));
    GenericValues before = generic();
    assertThat(before.values()).isEqualTo(Map.of(0, Set.of("20100501")));

    Map<String, Row> earlier = new TreeMap<>(records);
    give(150, i -> "2010-05-%02d".formatted(2 + i % 10));

    assertThat(recounted(before, earlier).values()).isEqualTo(generic().values()).isEmpty();
  }

  @Test
  void aMonthThatNothingChangesKeepsItsFillers() {
    give(80, i -> "1900-01-01");
    give(60, i -> "1970-01-01");
    GenericValues before = generic();

    Map<String, Row> earlier = new TreeMap<>(records);
    records.keySet().removeIf(key -> key.compareTo("r00100") > 0);

    assertThat(recounted(before, earlier).values())
        .isEqualTo(generic().values())
        .isEqualTo(Map.of(0, Set.of("19000101")));
  }

  /** What stands for nobody by what stood for nobody, where some records came and some went. */
  private GenericValues recounted(GenericValues before, Map<String, Row> earlier) {
    Map<String, Row> come = without(records, earlier);
    GenericRecount recount =
        GenericRecount.of(
            SCHEMA,
            Stream.of(come, without(earlier, records))
                .flatMap(rows -> texts(rows).stream())
                .toList());
    recount.count(
        standardised(without(records, come)),
        JavaSparkContext.fromSparkContext(TestSpark.session().sparkContext()));
    recount.count(texts(come));
    return recount.standing(before, RECORDS);
  }

  private static Map<String, Row> without(Map<String, Row> rows, Map<String, Row> others) {
    Map<String, Row> without = new TreeMap<>(rows);
    without.keySet().removeAll(others.keySet());
    return without;
  }

  private GenericValues generic() {
    return GenericValues.of(standardised(records), SCHEMA, RECORDS);
  }

  private static List<String[]> texts(Map<String, Row> rows) {
    return standardised(rows).collectAsList().stream()
        .map(row -> Packed.unpack(row.getString(2), SCHEMA.size()))
        .toList();
  }

  private void give(int times, IntFunction<String> born) {
    for (int i = 0; i < times; i++) {
      String key = "r%05d".formatted(records.size());
      records.put(key, RowFactory.create(key, born.apply(i), "m%d@mail.example".formatted(i)));
    }
  }

  private static Dataset<Row> standardised(Map<String, Row> rows) {
    StructType schema = new StructType();
    for (String column : List.of("record_key", "born", "mail")) {
      schema = schema.add(column, DataTypes.StringType);
    }
    return Standardised.of(
        TestSpark.session().createDataFrame(List.copyOf(rows.values()), schema), SCHEMA);
  }

  private static MatchSpec spec() {
    Map<String, FieldSpec> fields = new LinkedHashMap<>();
    fields.put("born", new FieldSpec(Kind.DATE, List.of("born"), null, null));
    fields.put("mail", new FieldSpec(Kind.EMAIL, List.of("mail"), null, null));
    return new MatchSpec("GB", fields, List.of("born"), null);
  }
}
