package io.tributary.silver.identity;

import io.tributary.bronze.Records;
import io.tributary.models.identity.resolution.Learned;
import io.tributary.models.identity.resolution.Linker;
import io.tributary.models.identity.review.Decisions;
import io.tributary.silver.identity.match.Evaluation;
import io.tributary.silver.identity.match.Known;
import io.tributary.silver.identity.match.MatchSpec;
import io.tributary.silver.identity.match.Matched;
import io.tributary.silver.identity.match.Matching;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The people among profiles as a first night finds them, of which nothing is kept. */
public final class FirstNight implements AutoCloseable {
  private final Dataset<Row> customerRecord;
  private final Dataset<Row> identifiers;
  private final Matching matching;
  private final Learned learned;
  private final Map<String, Integer> limits;

  /** The tables a night reads. */
  public record Inputs(Dataset<Row> customerRecord, Dataset<Row> contactPoints) {}

  /**
   * Learns how the profiles compare.
   *
   * @param blocked hashes of identifiers that stand for nobody
   * @param log hears what is done, without personal data
   */
  public FirstNight(
      Inputs inputs, MatchSpec spec, int sharedLimit, Set<String> blocked, Consumer<String> log) {
    limits = spec.limits();
    customerRecord = inputs.customerRecord();
    identifiers = Identifiers.of(customerRecord, new Tying(sharedLimit, blocked, spec.proven()));
    matching =
        new Matching(
            LikelyPeople.profiles(customerRecord, inputs.contactPoints(), blocked), spec, log);
    learned = matching.learn();
  }

  /** For each profile the first one of its person. */
  public Map<String, String> people() {
    Known known = SharedIdentifiers.known(identifiers, limits, Decisions.NONE);
    Matched matched = matching.people(learned, known);
    Map<String, String> people = new TreeMap<>();
    Clusters.of(customerRecord, identifiers, matched.members())
        .select(Records.RECORD_KEY.col(), Clusters.FOUNDER_KEY.col())
        .collectAsList()
        .forEach(row -> people.put(row.getString(0), row.getString(1)));
    return people;
  }

  /**
   * How well likeness alone does.
   *
   * @param rows each profile with what its person and its source is in truth
   */
  public Evaluation likeness(Dataset<Row> rows, String truth, String source) {
    Linker linker = matching.linker(learned);
    return new Evaluation(matching, linker, rows, truth, source);
  }

  @Override
  public void close() {
    matching.close();
  }
}
