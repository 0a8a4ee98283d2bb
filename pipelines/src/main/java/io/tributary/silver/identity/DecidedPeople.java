package io.tributary.silver.identity;

import io.tributary.bronze.Records;
import io.tributary.lake.DriverRows;
import io.tributary.lake.Table;
import io.tributary.models.identity.UnionFind;
import io.tributary.models.identity.cluster.Parting;
import io.tributary.models.identity.review.Decision;
import io.tributary.models.identity.review.Decisions;
import io.tributary.silver.identity.match.Matched;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * People as somebody decided that they are, whatever identifiers and likeness say. Only people of
 * whom a record was decided are looked at again, on the driver.
 */
final class DecidedPeople {
  private static final Table KEYS =
      Table.silver("keys", "One row per profile.", Records.RECORD_KEY);

  private final Decisions decisions;
  private final List<Row> members;
  private final Map<String, Integer> places = new HashMap<>();
  private final Parting people;
  private final UnionFind proven;
  private final double[] probabilities;
  private final Map<Integer, String> methods = new HashMap<>();

  private DecidedPeople(Decisions decisions, List<Row> members) {
    this.decisions = decisions;
    this.members = members;
    members.forEach(row -> places.put(row.getString(0), places.size()));
    people = new Parting(members.size());
    proven = new UnionFind(members.size());
    probabilities = Halves.certain(members.size());
  }

  /** What ties profiles: linking identifiers, and likeness unless it is null. */
  record Ties(Dataset<Row> identifiers, Dataset<Row> likely) {}

  /** The clusters, changed where decisions ask for it. */
  static Dataset<Row> of(Dataset<Row> clusters, Ties ties, Decisions decisions) {
    if (decisions.same().isEmpty() && decisions.different().isEmpty()) {
      return clusters;
    }
    Dataset<Row> decided = keys(clusters, decisions.records());
    Dataset<Row> touched =
        clusters
            .join(decided, Records.RECORD_KEY.name())
            .select(Clusters.FOUNDER_KEY.col())
            .distinct();
    List<Row> members =
        Clusters.TABLE
            .select(clusters.join(touched, Clusters.FOUNDER_KEY.name()))
            .collectAsList()
            .stream()
            .sorted(Comparator.comparing((Row row) -> row.getString(0)))
            .toList();
    DecidedPeople people = new DecidedPeople(decisions, members);
    Dataset<Row> among = keys(clusters, List.copyOf(people.places.keySet()));
    people.regroup(ties, among);
    return clusters
        .join(among, Records.RECORD_KEY.name(), "left_anti")
        .select(Clusters.TABLE.columns())
        .union(DriverRows.of(people.rows(), Clusters.TABLE.schema(), clusters));
  }

  private static Dataset<Row> keys(Dataset<Row> rows, List<String> keys) {
    return DriverRows.of(
        keys.stream().sorted().map(key -> RowFactory.create(key)).toList(), KEYS.schema(), rows);
  }

  /** The decisions first, then what ties most surely. */
  private void regroup(Ties ties, Dataset<Row> among) {
    decisions.different().stream()
        .filter(this::isKnown)
        .forEach(pair -> people.part(place(pair.one()), place(pair.other())));
    decisions.same().stream().filter(this::isKnown).forEach(this::tie);
    SortedMap<String, List<Integer>> carriers = carriers(ties.identifiers(), among);
    Collection<List<Integer>> alike = ties.likely() == null ? List.of() : alike(ties, among);
    if (decisions.different().stream().noneMatch(this::isKnown)) {
      asTheyWere();
    } else {
      // A mailbox is shared more often than a number, so likeness is asked before it.
      String mailboxes = String.valueOf(IdentifierKind.placeOf(IdentifierKind.EMAIL));
      carriers.headMap(mailboxes).values().forEach(this::tieEach);
      alike.forEach(this::tieEach);
      carriers.tailMap(mailboxes).values().forEach(this::tieEach);
    }
    carriers.forEach((value, carrying) -> prove(kind(value), carrying));
  }

  private boolean isKnown(Decision pair) {
    return places.containsKey(pair.one()) && places.containsKey(pair.other());
  }

  private int place(String key) {
    return places.get(key);
  }

  private void tie(Decision pair) {
    if (people.tie(place(pair.one()), place(pair.other()))) {
      proven.tie(place(pair.one()), place(pair.other()));
      methods.put(place(pair.one()), IdentifierKind.DECIDED.text());
      methods.put(place(pair.other()), IdentifierKind.DECIDED.text());
    }
  }

  private void asTheyWere() {
    members.forEach(row -> people.tie(place(row.getString(0)), place(row.getString(1))));
  }

  /** Who carries each linking value, the strongest kind first. */
  private SortedMap<String, List<Integer>> carriers(Dataset<Row> identifiers, Dataset<Row> among) {
    SortedMap<String, List<Integer>> carriers = new TreeMap<>();
    identifiers
        .filter(Identifiers.IS_LINKING.col())
        .join(among, Records.RECORD_KEY.name())
        .select(
            Records.RECORD_KEY.col(),
            IdentifierKind.place(Identifiers.KIND.col()),
            Identifiers.VALUE_HASH.col())
        .orderBy(Records.RECORD_KEY.col())
        .collectAsList()
        .forEach(
            row ->
                carriers
                    .computeIfAbsent(value(row), none -> new ArrayList<>())
                    .add(place(row.getString(0))));
    return carriers;
  }

  /**
   * The place of its kind, the value, and who carries it: where likeness told apart people who
   * share a value, decisions on others do not let it tie them.
   */
  private String value(Row carried) {
    String person = members.get(place(carried.getString(0))).getString(1);
    return carried.getInt(1) + carried.getString(2) + "/" + person;
  }

  /** The kind of a value, as {@link #carriers} writes it. */
  private static String kind(String value) {
    return List.of(IdentifierKind.values()).get(Character.digit(value.charAt(0), 10)).text();
  }

  /** Ties what one person's profiles carry, and names it unless a stronger kind ties them too. */
  private void prove(String kind, List<Integer> carriers) {
    carriers.stream().collect(Collectors.groupingBy(people::group)).values().stream()
        .filter(ofOne -> ofOne.size() > 1)
        .forEach(
            ofOne ->
                ofOne.forEach(
                    profile -> {
                      proven.tie(ofOne.get(0), profile);
                      methods.putIfAbsent(profile, kind);
                    }));
  }

  /** Who is likely one person, and how likely. */
  private Collection<List<Integer>> alike(Ties ties, Dataset<Row> among) {
    Map<String, List<Integer>> alike = new TreeMap<>();
    ties.likely()
        .join(among, Records.RECORD_KEY.name())
        .select(Records.RECORD_KEY.col(), Matched.PERSON_KEY.col(), Matched.PROBABILITY.col())
        .orderBy(Records.RECORD_KEY.col())
        .collectAsList()
        .forEach(
            row -> {
              int place = place(row.getString(0));
              alike.computeIfAbsent(row.getString(1), none -> new ArrayList<>()).add(place);
              probabilities[place] = row.getDouble(2);
            });
    return alike.values();
  }

  /** Each goes with the first before it that it is not parted from. */
  private void tieEach(List<Integer> carriers) {
    for (int next = 1; next < carriers.size(); next++) {
      for (int before = 0; before < next; before++) {
        if (people.tie(carriers.get(before), carriers.get(next))) {
          break;
        }
      }
    }
  }

  private List<Row> rows() {
    String[] keys = members.stream().map(row -> row.getString(0)).toArray(String[]::new);
    Halves halves = new Halves(keys, proven, probabilities);
    List<Row> rows = new ArrayList<>(keys.length);
    for (int place = 0; place < keys.length; place++) {
      rows.add(halves.link(place, people.group(place), methods.get(place)));
    }
    return rows;
  }
}
