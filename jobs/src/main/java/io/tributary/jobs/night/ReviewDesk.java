package io.tributary.jobs.night;

import static org.apache.spark.sql.functions.col;

import io.tributary.bronze.Records;
import io.tributary.lake.Lakehouse;
import io.tributary.lake.RunReport;
import io.tributary.lake.Step;
import io.tributary.lake.Table;
import io.tributary.lake.TributaryException;
import io.tributary.models.identity.review.Decision;
import io.tributary.models.identity.review.Decisions;
import io.tributary.silver.identity.IdentityLinks;
import io.tributary.silver.identity.ReviewDecisions;
import io.tributary.silver.identity.ReviewDecisions.Verdict;
import io.tributary.silver.identity.ReviewQueue;
import io.tributary.silver.identity.ReviewSample;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Where people look at who may be one person, and what they decide comes into the books. */
public final class ReviewDesk {
  private final Workspace workspace;
  private final Lakehouse house;

  public ReviewDesk(Workspace workspace) {
    this.workspace = workspace;
    this.house = workspace.house();
  }

  /**
   * What somebody decided of two records.
   *
   * @param isAudit whether the two were drawn at random, as the sheet says
   * @param line where it was read, in words; empty when it was typed
   */
  public record Entry(
      String one, String other, Verdict verdict, String note, boolean isAudit, String line) {
    public Entry {
      if (one.equals(other)) {
        throw TributaryException.usage(
            "%sa decision is about two records; '%s' is named twice".formatted(line, one));
      }
      if (one.compareTo(other) > 0) {
        String smaller = other;
        other = one;
        one = smaller;
      }
    }

    List<String> pair() {
      return List.of(one, other);
    }

    Decision decision() {
      return new Decision(one, other, verdict == Verdict.SAME);
    }
  }

  /** The rows of a table as they stand. */
  public Dataset<Row> rows(Table table) {
    return house.read(house.session(), table);
  }

  /** The decisions that stand. */
  public Dataset<Row> standing() {
    return ReviewDecisions.standing(rows(ReviewDecisions.TABLE));
  }

  /** Puts decisions on record, all or none. */
  public RunReport record(List<Entry> entries, String owner, Instant now) {
    requireOnce(entries);
    requireKnown(entries);
    Map<List<String>, Double> said = said(rows(ReviewQueue.TABLE));
    Map<List<String>, Double> drawn = drawn(entries);
    List<Row> rows =
        entries.stream()
            .map(
                entry ->
                    RowFactory.create(
                        entry.one(),
                        entry.other(),
                        entry.verdict().text(),
                        owner,
                        entry.note(),
                        said.getOrDefault(entry.pair(), drawn.get(entry.pair())),
                        drawn.containsKey(entry.pair()) ? ReviewSample.AUDIT : null,
                        Timestamp.from(now)))
            .toList();
    Table table = ReviewDecisions.TABLE;
    Step step =
        Step.making(
                "review decide", List.of(table), lake -> lake.append(table, lake.rows(table, rows)))
            .configuredBy(entries + owner + now);
    return new Night(workspace).perform(step);
  }

  /** The sample that shows how many links by likeness are right, of which nobody decided yet. */
  public Dataset<Row> sample(int links) {
    return ReviewSample.drawn(rows(IdentityLinks.TABLE), links);
  }

  /** How sure the links are that the entries say were drawn at random, and that may have been. */
  private Map<List<String>, Double> drawn(List<Entry> entries) {
    Set<String> named =
        entries.stream()
            .filter(Entry::isAudit)
            .map(Entry::other)
            .collect(Collectors.toCollection(TreeSet::new));
    Map<List<String>, Double> links =
        named.isEmpty()
            ? Map.of()
            : said(
                ReviewSample.links(rows(IdentityLinks.TABLE))
                    .filter(ReviewQueue.OTHER_RECORD_KEY.col().isin(named.toArray())));
    Map<List<String>, Double> drawn = new HashMap<>();
    entries.stream()
        .filter(entry -> entry.isAudit() && links.containsKey(entry.pair()))
        .forEach(entry -> drawn.put(entry.pair(), links.get(entry.pair())));
    return drawn;
  }

  /** How probable each pair is said to be. */
  private static Map<List<String>, Double> said(Dataset<Row> pairs) {
    Map<List<String>, Double> said = new HashMap<>();
    for (Row row : pairs.collectAsList()) {
      List<String> pair = Stream.of(row.getString(0), row.getString(1)).sorted().toList();
      said.put(pair, row.isNullAt(2) ? null : row.getDouble(2));
    }
    return said;
  }

  private static void requireOnce(List<Entry> entries) {
    Map<List<String>, Entry> seen = new TreeMap<>(java.util.Comparator.comparing(List::toString));
    for (Entry entry : entries) {
      Entry before = seen.putIfAbsent(List.of(entry.one(), entry.other()), entry);
      if (before != null) {
        throw TributaryException.usage(
            "%s%s and %s were decided before, %s'%s'; a pair is decided once in a file"
                .formatted(
                    entry.line(),
                    entry.one(),
                    entry.other(),
                    before.line(),
                    before.verdict().text()));
      }
    }
  }

  private void requireKnown(List<Entry> entries) {
    Set<String> named =
        entries.stream()
            .flatMap(entry -> Stream.of(entry.one(), entry.other()))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> known =
        Stream.of(
                rows(IdentityLinks.TABLE).select(Records.RECORD_KEY.col()),
                rows(ReviewDecisions.TABLE).select(Records.RECORD_KEY.col()),
                rows(ReviewDecisions.TABLE).select(ReviewDecisions.OTHER_RECORD_KEY.col()))
            .flatMap(
                keys ->
                    keys
                        .filter(col(keys.columns()[0]).isin(named.toArray()))
                        .distinct()
                        .collectAsList()
                        .stream())
            .map(row -> row.getString(0))
            .collect(Collectors.toCollection(TreeSet::new));
    named.removeAll(known);
    if (!named.isEmpty()) {
      throw TributaryException.usage(
          "silver.identity_links has no record '%s'; 'tributary review list' shows their keys"
              .formatted(String.join("', '", named)));
    }
  }

  /** What contradicts what, as the decisions stand now. */
  public List<String> contradictions() {
    List<Decision> all = new ArrayList<>();
    for (Row row : standing().collectAsList()) {
      Verdict verdict = Verdict.valueOf(row.getString(2).toUpperCase(java.util.Locale.ROOT));
      all.add(new Entry(row.getString(0), row.getString(1), verdict, null, false, "").decision());
    }
    return Decisions.of(all).contradictions().stream().map(Decisions.Contradiction::words).toList();
  }
}
