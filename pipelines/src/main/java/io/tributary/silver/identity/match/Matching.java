package io.tributary.silver.identity.match;

import io.tributary.lake.DriverRows;
import io.tributary.models.identity.calibration.CalibrationMap;
import io.tributary.models.identity.cluster.LinkedRecords;
import io.tributary.models.identity.linkage.Schema;
import io.tributary.models.identity.resolution.Learned;
import io.tributary.models.identity.resolution.Linker;
import io.tributary.models.identity.resolution.Resolver;
import io.tributary.models.identity.resolution.Table;
import io.tributary.models.identity.review.ReviewedPair;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.CollectionAccumulator;

/** Finds the people among the records of any table, as a {@link MatchSpec} declares. */
public final class Matching implements AutoCloseable {
  /** So many records teach nearly as much as all of them, and fit into memory. */
  private static final int SAMPLE = 250_000;

  private final MatchSpec spec;
  private final Consumer<String> log;
  private final Schema schema;
  private final Dataset<Row> whole;
  private final long records;
  private final JavaSparkContext context;
  private final CollectionAccumulator<CrowdedBlock> crowded;
  private GenericValues generic;
  private BlockCensus census;

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
    context = DriverRows.context(rows);
    crowded = context.sc().collectionAccumulator("crowded blocks");
    whole = Standardised.of(rows, schema).persist(StorageLevel.MEMORY_AND_DISK());
    records = whole.count();
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

  /** How many keys name more than one record, whose people nobody could tell. */
  public long repeatedKeys() {
    return Parcels.oftener(whole, row -> new long[] {row.getLong(1)}, 1).count();
  }

  /**
   * The records without the values that stand for nobody.
   *
   * @param of how many records decide how common a value may be
   */
  private Dataset<Row> standardised(long of) {
    if (generic == null) {
      generic = GenericValues.of(whole, schema, of);
      log.accept(
          "%,d records; values that stand for nobody: %s"
              .formatted(records, generic.words(schema)));
    }
    return generic.without(whole, schema.size());
  }

  /** Learns from a sample of the records how to match them. */
  public Learned learn() {
    Dataset<Row> standardised = standardised(records);
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
    return learned.dividing(census(linker(learned)).large());
  }

  /** All that it takes to compare records, by what was learned. */
  public Linker linker(Learned learned) {
    return learned.linker(schema, spec.numbers());
  }

  /** The people, and those who may be one, as {@link People} lists them. */
  public Matched people(Learned learned) {
    return people(learned, Known.NOTHING);
  }

  /** The same where something is known of some who they are. */
  public Matched people(Learned learned, Known known) {
    Linker linker = linker(learned);
    Dataset<Row> standardised = standardised(learned.records());
    Uniting uniting = new Uniting(context, linker, known);
    return matched(uniting, pairs(linker), standardised, Calibrating.NOTHING).matched();
  }

  /** The people of a night, and what the next needs to compare only what changed. */
  public MatchNight night(Learned learned, Known known, Calibrating calibrating) {
    Linker linker = linker(learned);
    Dataset<Row> standardised = standardised(learned.records());
    Dataset<Row> pairs = pairs(linker).persist(StorageLevel.MEMORY_AND_DISK());
    Found found = matched(new Uniting(context, linker, known), pairs, standardised, calibrating);
    return new MatchNight(
        found.matched(),
        new MatchState(keyed(linker), pairs, found.people(), generic.rows(schema, whole)),
        /* change= */ null,
        new NightBlocks(
            RuleBlocks.of(census, linker.blocking(), Set.copyOf(crowded.value())),
            linker.settings(),
            records),
        List.of(whole, pairs, found.people()));
  }

  /** The people as {@link People} lists them, and what they are. */
  private record Found(Dataset<Row> people, Matched matched) {}

  private Found matched(
      Uniting uniting, Dataset<Row> pairs, Dataset<Row> standardised, Calibrating calibrating) {
    LinkedRecords linked = uniting.linked(pairs);
    log.accept("%,d records may be one with another".formatted(linked.size()));
    List<ReviewedPair> reviewed = uniting.reviewed(standardised, linked);
    CalibrationMap calibration = calibrating.by(reviewed);
    Uniting calibrated = uniting.calibrated(calibration);
    Dataset<Row> people =
        calibrated.people(standardised, linked).persist(StorageLevel.MEMORY_AND_DISK());
    return new Found(people, Matched.of(people, calibration, reviewed, calibrated.apart(linked)));
  }

  /** The pairs that may be one person. */
  private Dataset<Row> pairs(Linker linker) {
    BlockCensus blocks = census(linker);
    blocks.rules().forEach(rule -> log.accept(words(rule)));
    if (blocks.rules().isEmpty()) {
      log.accept("no rule brings records together: nothing is compared");
    }
    if (linker.blocking().dividedBlocks() > 0) {
      log.accept("blocks divided because they are large: " + linker.blocking().dividedBlocks());
    }
    return ScoredPairs.of(
        generic.without(whole, schema.size()),
        context.broadcast(new ScoredPairs.Plan(linker, blocks, linker.block())),
        crowded);
  }

  /** Counted once, for it depends on the rules alone and not on what is divided. */
  private BlockCensus census(Linker linker) {
    if (census == null) {
      census = BlockCensus.of(generic.without(whole, schema.size()), linker, records);
    }
    return census;
  }

  /** The records with their blocks, each value still there. */
  private Dataset<Row> keyed(Linker linker) {
    Broadcast<Linker> shared = context.broadcast(linker);
    GenericValues without = generic;
    MapPartitionsFunction<Row, Row> keyed =
        rows -> Rows.each(rows, row -> keyed(row, shared.value(), without));
    return whole.mapPartitions(keyed, Encoders.row(MatchState.PROFILE));
  }

  static Row keyed(Row row, Linker linker, GenericValues generic) {
    String[] texts = generic.without(Packed.unpack(row.getString(2), linker.schema().size()));
    long[] keys = linker.blocking().divided(linker.blocking().keys(texts), texts);
    return RowFactory.create(row.get(0), row.get(1), row.get(2), Longs.bytes(keys));
  }

  Dataset<Row> standardised() {
    return standardised(records);
  }

  BlockCensus census() {
    return census;
  }

  CollectionAccumulator<CrowdedBlock> crowded() {
    return crowded;
  }

  JavaSparkContext context() {
    return context;
  }

  private static String words(RuleCensus rule) {
    return "%-45s %,11d blocks %,13d pairs, largest block %,d"
        .formatted(rule.rule(), rule.blocks(), rule.pairs(), rule.largest());
  }

  @Override
  public void close() {
    whole.unpersist();
  }
}
