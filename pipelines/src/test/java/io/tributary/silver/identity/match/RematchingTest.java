package io.tributary.silver.identity.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.TestSpark;
import io.tributary.models.identity.Hash;
import io.tributary.models.identity.calibration.CalibrationMap;
import io.tributary.models.identity.calibration.LabelledOdds;
import io.tributary.models.identity.cluster.Limit;
import io.tributary.models.identity.cluster.Ties;
import io.tributary.models.identity.compare.Kind;
import io.tributary.models.identity.resolution.Learned;
import io.tributary.models.identity.review.Decision;
import io.tributary.models.identity.review.Decisions;
import io.tributary.silver.identity.match.MatchSpec.FieldSpec;
import io.tributary.silver.identity.match.MatchSpec.Numbers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Ten nights of changes, each matched from the night before and once more from all records. */
class RematchingTest {
  private static final List<String> COLUMNS =
      List.of("record_key", "name", "surname", "born", "mail");
  private static final String OFFICE = "office@shop.example";

  private final SplittableRandom random = new SplittableRandom(11);
  private final Map<String, Row> records = new TreeMap<>();
  private final Set<String> changed = new HashSet<>();
  private int made;
  private int seen;

  @Test
  void aNightOfChangesEndsWhereAllRecordsWouldEnd() {
    for (int i = 0; i < 300; i++) {
      insert(mail());
    }
    Learned learned;
    MatchNight night;
    try (Matching matching = new Matching(table(records.values()), spec())) {
      learned = matching.learn();
      night = matching.night(learned, known(0), Calibrating.NOTHING);
      assertThat(learned.large()).isNotEmpty();
    }
    Set<String> generic = new HashSet<>();
    for (int at = 1; at <= 10; at++) {
      change(at);
      Calibrating calibrating = calibrating(at);
      MatchNight changes =
          new Rematching(kept(night.state()), spec(), learned)
              .night(table(changedRecords()), Set.copyOf(changed), known(at), calibrating);
      try (Matching matching = new Matching(table(records.values()), spec())) {
        night = matching.night(learned, known(at), calibrating);
        assertThat(texts(changes.state().people())).isEqualTo(texts(night.state().people()));
        assertThat(texts(changes.state().pairs())).isEqualTo(texts(night.state().pairs()));
        assertThat(texts(changes.state().profiles())).isEqualTo(texts(night.state().profiles()));
        assertThat(texts(changes.state().generic())).isEqualTo(texts(night.state().generic()));
        assertThat(changes.matched().reviewed()).isEqualTo(night.matched().reviewed());
        assertThat(changes.matched().members().count())
            .isEqualTo(night.matched().members().count());
        generic.addAll(texts(night.state().generic()));
      }
      night = changes;
    }
    assertThat(seen).isPositive();
    assertThat(generic).containsExactly("[mail,%s]".formatted(OFFICE));
  }

  /** From night to night the address of an office comes to more people, and then leaves most. */
  private void change(int night) {
    changed.clear();
    List<String> keys = new ArrayList<>(records.keySet());
    for (int i = 0; i < 6; i++) {
      remove(keys.remove(random.nextInt(keys.size())));
      put(keys.remove(random.nextInt(keys.size())), mail());
      insert(mail());
    }
    if (night <= 6) {
      for (int i = 0; i < 5; i++) {
        insert(OFFICE);
      }
    } else {
      records.entrySet().stream()
          .filter(of -> OFFICE.equals(of.getValue().getString(4)))
          .map(Map.Entry::getKey)
          .limit(6)
          .toList()
          .forEach(this::remove);
    }
  }

  private void insert(String mail) {
    put("r%04d".formatted(made++), mail);
  }

  private void put(String key, String mail) {
    changed.add(key);
    records.put(
        key,
        RowFactory.create(
            key,
            "Name" + (char) ('a' + random.nextInt(12)),
            "Family" + (char) ('a' + random.nextInt(15)),
            "19%d-%02d-11".formatted(70 + random.nextInt(8), 1 + random.nextInt(4)),
            mail));
  }

  private void remove(String key) {
    changed.add(key);
    records.remove(key);
  }

  private String mail() {
    return random.nextInt(3) == 0 ? null : "m%d@mail.example".formatted(random.nextInt(160));
  }

  /** Every night others share an identifier, hold a number, or are decided of. */
  private Known known(int night) {
    long[] tied = ids(night % 3, night % 3 + 40, 5, 60);
    long[] members = ids(1, 2, 3, 4, 10 + night);
    return new Known(
        Ties.of(tied, new long[] {900, 900, 901, 901}),
        List.of(
            new Limit(
                "loyalty", 1, Ties.of(members, new long[] {1, 2, 3, 4, 5 + night % 2}), true)),
        Decisions.of(
            List.of(
                new Decision("r0005", "r0060", night % 2 == 0),
                new Decision("r%04d".formatted(30 + night), "r0050", false))));
  }

  /** In the last nights reviewers held that the model is too sure. */
  private Calibrating calibrating(int night) {
    CalibrationMap map =
        CalibrationMap.of(
            night < 9
                ? List.of()
                : List.of(
                    new LabelledOdds(3, false),
                    new LabelledOdds(4, false),
                    new LabelledOdds(5, true)));
    return reviewed -> {
      seen += reviewed.size();
      return map;
    };
  }

  private static long[] ids(int... places) {
    return java.util.Arrays.stream(places)
        .mapToLong(place -> Hash.of("r%04d".formatted(place)))
        .toArray();
  }

  private static MatchSpec spec() {
    Map<String, FieldSpec> fields = new LinkedHashMap<>();
    fields.put("name", new FieldSpec(Kind.GIVEN_NAME, List.of("name"), null, null));
    fields.put("surname", new FieldSpec(Kind.FAMILY_NAME, List.of("surname"), null, null));
    fields.put("born", new FieldSpec(Kind.DATE, List.of("born"), null, null));
    fields.put("mail", new FieldSpec(Kind.EMAIL, List.of("mail"), null, null));
    List<String> rules = List.of("surname", "name + born", "mail");
    return new MatchSpec("GB", fields, rules, new Numbers(null, null, null, 15, 12, null));
  }

  private List<Row> changedRecords() {
    return changed.stream().filter(records::containsKey).sorted().map(records::get).toList();
  }

  private static Dataset<Row> table(Iterable<Row> rows) {
    StructType schema = new StructType();
    for (String column : COLUMNS) {
      schema = schema.add(column, DataTypes.StringType);
    }
    List<Row> listed = new ArrayList<>();
    rows.forEach(listed::add);
    return TestSpark.session().createDataFrame(listed, schema);
  }

  /** What was left, as it would be read again. */
  private static MatchState kept(MatchState state) {
    return new MatchState(
        kept(state.profiles()).repartition(3),
        kept(state.pairs()),
        kept(state.people()),
        kept(state.generic()));
  }

  private static Dataset<Row> kept(Dataset<Row> rows) {
    return TestSpark.session().createDataFrame(rows.collectAsList(), rows.schema());
  }

  private static Set<String> texts(Dataset<Row> rows) {
    List<Row> collected = rows.collectAsList();
    Set<String> texts = collected.stream().map(RematchingTest::text).collect(Collectors.toSet());
    assertThat(texts).hasSameSizeAs(collected);
    return texts;
  }

  private static String text(Row row) {
    List<String> texts = new ArrayList<>();
    for (int at = 0; at < row.size(); at++) {
      Object value = row.get(at);
      texts.add(value instanceof byte[] bytes ? java.util.Arrays.toString(bytes) : "" + value);
    }
    return "[" + String.join(",", texts) + "]";
  }
}
