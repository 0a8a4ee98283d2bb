package io.tributary.silver.identity.match;

import io.tributary.models.identity.calibration.CalibrationMap;
import io.tributary.models.identity.cluster.LinkedRecords;
import io.tributary.models.identity.cluster.Ties;
import io.tributary.models.identity.linkage.Schema;
import io.tributary.models.identity.resolution.Learned;
import io.tributary.models.identity.resolution.Linker;
import io.tributary.models.identity.resolution.Resolver;
import io.tributary.models.identity.resolution.Table;
import io.tributary.models.identity.review.Decisions;
import io.tributary.models.identity.review.ReviewedPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/** Finds the people among the records of any table, as a {@link MatchSpec} declares. */
public final class Matching implements AutoCloseable {
  /** So many records teach nearly as much as all of them, and fit into memory. */
  private static final int SAMPLE = 250_000;

  private final MatchSpec spec;
  private final Consumer<String> log;
  private final Schema schema;
  private final Dataset<Row> standardised;
  private final long records;
  private final JavaSparkContext context;

  /**
   * Makes ready to match.
   *
   * @param rows with a record key and the columns that the fields name
   * @param log hears what is done, without personal data
   */
  public Matching(Dataset<Row> rows, MatchSpec spec, Consumer<String> log) {
    this.spec = spec;
    this.log = log;
    schema = spec.schema();
    context = JavaSparkContext.fromSparkContext(rows.sparkSession().sparkContext());
    Dataset<Row> whole = Standardised.of(rows, schema).persist(StorageLevel.MEMORY_AND_DISK());
    Map<Integer, Set<String>> generic = GenericValues.of(whole, schema);
    standardised = generic.isEmpty() ? whole : GenericValues.without(whole, generic);
    records = whole.count();
    log.accept("%,d records; values that stand for nobody: %s".formatted(records, counts(generic)));
  }

  /** Makes ready to match in silence. */
  public Matching(Dataset<Row> rows, MatchSpec spec) {
    this(rows, spec, message -> {});
  }

  public MatchSpec spec() {
    return spec;
  }

  /** How many records there are. */
  public long records() {
    return records;
  }

  private String counts(Map<Integer, Set<String>> generic) {
    List<String> counts = new ArrayList<>();
    generic.forEach(
        (field, values) -> counts.add(values.size() + " of " + schema.columns().get(field).name()));
    return counts.isEmpty() ? "none" : String.join(", ", counts);
  }

  /** Learns from a sample of the records how to match them. */
  public Learned learn() {
    List<Row> sample =
        standardised
            .orderBy(functions.xxhash64(Standardised.ID.col()))
            .limit(SAMPLE)
            .collectAsList();
    long[] ids = sample.stream().mapToLong(row -> row.getLong(1)).toArray();
    List<String[]> texts =
        sample.stream().map(row -> Packed.unpack(row.getString(2), schema.size())).toList();
    Learned learned =
        new Resolver(schema, spec.rules(), new Table(ids, texts), spec.numbers(), records)
            .learned();
    log.accept("learned from %,d records".formatted(ids.length));
    return learned;
  }

  /** All that it takes to compare records, by what was learned. */
  public Linker linker(Learned learned) {
    return learned.linker(schema, spec.numbers());
  }

  /** The people, and those who may be one, as {@link People} lists them. */
  public Matched people(Learned learned) {
    return people(learned, Ties.NONE, Decisions.NONE, reviewed -> CalibrationMap.NONE);
  }

  /**
   * The same where somebody decided of some who they are.
   *
   * @param ties records that carry the same proven identifier
   * @param calibration what the decisions correct of the model, given what it says of their pairs
   */
  public Matched people(
      Learned learned,
      Ties ties,
      Decisions decisions,
      Function<List<ReviewedPair>, CalibrationMap> calibration) {
    Linker linker = linker(learned);
    BlockCensus census = BlockCensus.of(standardised, linker, records);
    census.rules().forEach(rule -> log.accept(words(rule)));
    if (!census.large().isEmpty()) {
      log.accept("blocks divided because they are large: " + census.large().size());
    }
    Broadcast<ScoredPairs.Plan> plan =
        context.broadcast(new ScoredPairs.Plan(linker, census, linker.block()));
    List<Row> bulk = ScoredPairs.inBulk(ScoredPairs.of(standardised, plan)).collectAsList();
    LinkedRecords linked = linked(bulk, linker, ties);
    log.accept("%,d records may be one with another".formatted(linked.size()));
    People.Plan undecided = new People.Plan(linked, ties, linker, decisions);
    List<ReviewedPair> reviewed = ReviewedPairs.of(standardised, context.broadcast(undecided));
    CalibrationMap calibrated = calibration.apply(reviewed);
    People.Plan decided = new People.Plan(linked, ties, linker.calibrated(calibrated), decisions);
    Dataset<Row> people = People.of(standardised, context.broadcast(decided));
    return Matched.of(people.persist(StorageLevel.MEMORY_AND_DISK()), calibrated, reviewed);
  }

  Dataset<Row> standardised() {
    return standardised;
  }

  JavaSparkContext context() {
    return context;
  }

  private static String words(RuleCensus rule) {
    return "%-45s %,11d blocks %,13d pairs, largest block %,d"
        .formatted(rule.rule(), rule.blocks(), rule.pairs(), rule.largest());
  }

  static LinkedRecords linked(List<Row> bulk, Linker linker, Ties ties) {
    int pairs = bulk.stream().mapToInt(row -> row.<byte[]>getAs(0).length / 24).sum();
    long[] one = new long[pairs];
    long[] other = new long[pairs];
    float[] odds = new float[pairs];
    int at = 0;
    for (Row row : bulk) {
      long[] numbers = Longs.of(row.getAs(0));
      for (int i = 0; i < numbers.length; i += 3) {
        one[at] = numbers[i];
        other[at] = numbers[i + 1];
        odds[at] = (float) linker.model().odds(numbers[i + 2]);
        at++;
      }
    }
    return LinkedRecords.of(ties, one, other, odds, linker.settings().component());
  }

  @Override
  public void close() {
    standardised.unpersist();
  }
}
