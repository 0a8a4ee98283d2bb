package io.tributary.silver.identity.match;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.models.identity.cluster.LinkedRecords;
import io.tributary.models.identity.evaluate.Agreement;
import io.tributary.models.identity.evaluate.BlockingRecall;
import io.tributary.models.identity.evaluate.Calibration;
import io.tributary.models.identity.evaluate.SourcePairs;
import io.tributary.models.identity.resolution.Linker;
import io.tributary.models.identity.resolution.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** How well people are found, stage by stage, where the truth is known. */
public final class Evaluation {
  private static final double[] THRESHOLDS = {.50, .60, .70, .80, .82, .90, .95, .99};
  private static final String TRUTH = "the_truth";
  private static final String SOURCE = "the_source";
  private static final StructType KEYED =
      Standardised.row(
          Records.RECORD_KEY,
          Field.required("keys", DataTypes.BinaryType, "The keys of the record"));

  private final Matching matching;
  private final Linker linker;
  private final BlockCensus census;
  private final Map<String, Row> records = new TreeMap<>();
  private final List<Row> pairs;

  /**
   * Makes ready to evaluate.
   *
   * @param rows with a record key
   * @param truth the column that names the person; records of which it names nobody do not count
   * @param source the column that names the source; null when there is one source only
   */
  public Evaluation(
      Matching matching, Linker linker, Dataset<Row> rows, String truth, String source) {
    this.matching = matching;
    this.linker = linker;
    rows.filter(col(truth).isNotNull())
        .select(
            Records.RECORD_KEY.col().cast(Field.TEXT),
            col(truth).cast(Field.TEXT).as(TRUTH),
            functions
                .coalesce(source == null ? lit("all") : col(source).cast(Field.TEXT), lit("none"))
                .as(SOURCE))
        .collectAsList()
        .forEach(row -> records.put(row.getString(0), row));
    census = matching.census();
    pairs =
        ScoredPairs.inBulk(ScoredPairs.of(matching.standardised(), plan(), matching.crowded()))
            .collectAsList();
  }

  private Broadcast<ScoredPairs.Plan> plan() {
    return matching.context().broadcast(new ScoredPairs.Plan(linker, census, linker.block()));
  }

  private Uniting uniting(Linker by) {
    return new Uniting(matching.context(), by, Known.NOTHING);
  }

  /** How many true pairs meet in a block at all. */
  public BlockingRecall blocking() {
    Broadcast<ScoredPairs.Plan> plan = plan();
    MapPartitionsFunction<Row, Row> keys = rows -> Rows.each(rows, row -> keyed(row, plan.value()));
    List<String> truth = new ArrayList<>();
    List<long[]> blocks = new ArrayList<>();
    for (Row row :
        matching.standardised().mapPartitions(keys, Encoders.row(KEYED)).collectAsList()) {
      Row known = records.get(row.getString(0));
      if (known != null) {
        truth.add(known.getString(1));
        blocks.add(Longs.of(row.getAs(1)));
      }
    }
    return BlockingRecall.of(truth, blocks);
  }

  private static Row keyed(Row row, ScoredPairs.Plan plan) {
    String[] texts = Packed.unpack(row.getString(2), plan.linker().schema().size());
    return RowFactory.create(row.get(0), Longs.bytes(plan.census().keys(texts, plan.linker())));
  }

  /** Whether the probabilities of the pairs that are looked at mean what they say. */
  public Calibration calibration() {
    Map<Long, String> truths = truths();
    int size = pairs.stream().mapToInt(row -> row.<byte[]>getAs(0).length / 24).sum();
    double[] probabilities = new double[size];
    boolean[] isRight = new boolean[size];
    int at = 0;
    for (Row row : pairs) {
      long[] numbers = Longs.of(row.getAs(0));
      for (int i = 0; i < numbers.length; i += 3) {
        String one = truths.get(numbers[i]);
        String other = truths.get(numbers[i + 1]);
        if (one != null && other != null) {
          probabilities[at] = linker.probability(linker.model().odds(numbers[i + 2]));
          isRight[at] = one.equals(other);
          at++;
        }
      }
    }
    return Calibration.of(Arrays.copyOf(probabilities, at), Arrays.copyOf(isRight, at));
  }

  /** The true person of each record that has one, by number. */
  private Map<Long, String> truths() {
    Map<Long, String> truths = new HashMap<>();
    matching
        .standardised()
        .select(Records.RECORD_KEY.col(), Standardised.ID.col())
        .collectAsList()
        .forEach(
            row -> {
              Row known = records.get(row.getString(0));
              if (known != null) {
                truths.put(row.getLong(1), known.getString(1));
              }
            });
    return truths;
  }

  /** The agreement at each threshold, and at the configured one. */
  public SortedMap<Double, Agreement> curve() {
    LinkedRecords linked = uniting(linker).linked(pairs);
    SortedMap<Double, Agreement> curve = new TreeMap<>();
    for (double threshold : THRESHOLDS) {
      curve.put(threshold, Agreement.of(truth(), found(linked, threshold)));
    }
    double chosen = linker.settings().join();
    if (!curve.containsKey(chosen)) {
      curve.put(chosen, Agreement.of(truth(), found(linked, chosen)));
    }
    return curve;
  }

  /** What is found of each two sources, at the configured threshold. */
  public SortedMap<String, SourcePairs.Counts> sources() {
    List<String> found = found(uniting(linker).linked(pairs), linker.settings().join());
    return SourcePairs.of(
        truth(), found, records.values().stream().map(row -> row.getString(2)).toList());
  }

  private List<String> truth() {
    return records.values().stream().map(row -> row.getString(1)).toList();
  }

  private List<String> found(LinkedRecords linked, double join) {
    Settings as = linker.settings();
    Settings settings =
        new Settings(
            join, as.review(), as.look(), as.pairs(), as.block(), as.reach(), as.component());
    Linker cut = linker.with(settings);
    Dataset<Row> people = uniting(cut).people(matching.standardised(), linked);
    Map<String, String> persons = new HashMap<>();
    people
        .filter(People.IS_MEMBER.col())
        .collectAsList()
        .forEach(row -> persons.put(row.getString(0), row.getString(1)));
    return records.keySet().stream().map(key -> persons.getOrDefault(key, key)).toList();
  }
}
