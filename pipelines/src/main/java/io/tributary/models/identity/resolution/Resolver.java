package io.tributary.models.identity.resolution;

import io.tributary.models.identity.Hash;
import io.tributary.models.identity.blocking.Block;
import io.tributary.models.identity.blocking.Blocking;
import io.tributary.models.identity.blocking.Blocks;
import io.tributary.models.identity.blocking.Member;
import io.tributary.models.identity.blocking.Rule;
import io.tributary.models.identity.blocking.RuleChoice;
import io.tributary.models.identity.cluster.Agglomeration;
import io.tributary.models.identity.cluster.Components;
import io.tributary.models.identity.compare.Value;
import io.tributary.models.identity.compare.Vocabulary;
import io.tributary.models.identity.linkage.Model;
import io.tributary.models.identity.linkage.Patterns;
import io.tributary.models.identity.linkage.Rarity;
import io.tributary.models.identity.linkage.Schema;
import io.tributary.models.identity.linkage.Training;
import io.tributary.models.identity.linkage.TrainingData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Resolves records that fit into memory, from standardised values to people. */
public final class Resolver {
  private static final int SAMPLE = 6000;
  private static final int NEIGHBOURS = 200;

  private final Settings settings;
  private final Table table;
  private final Schema schema;
  private final Blocking blocking;
  private final List<Rarity> rarities;
  private final Map<String, Vocabulary> vocabularies;
  private final List<Member> members;
  private final Blocks blocks;
  private final long records;

  /** A pair that was compared. */
  public record Pair(int one, int other, long evidence, int rules) {}

  /** Prepares to resolve {@code table}; without rules some are chosen. */
  public Resolver(Schema declared, List<Rule> rules, Table table, Settings settings) {
    this(declared, rules, table, settings, table.size());
  }

  /** Prepares to learn from {@code table}, which is a sample of so many records. */
  public Resolver(
      Schema declared, List<Rule> rules, Table table, Settings settings, double records) {
    this.settings = settings;
    this.records = (long) records;
    this.table = Generic.dropped(declared, table);
    vocabularies = Counting.vocabularies(declared, this.table);
    schema = declared.weighing(vocabularies);
    rarities = Counting.rarities(schema, this.table);
    List<Rule> chosen =
        rules.isEmpty()
            ? new RuleChoice(schema, sample(), records)
                .within(Math.max(settings.pairs() * records, 2e6))
            : rules;
    blocking = new Blocking(schema, chosen);
    List<long[]> keys = this.table.texts().parallelStream().map(blocking::keys).toList();
    Blocks undivided = new Blocks(keys);
    Set<Long> large = undivided.largerThan(settings.block());
    members = members(keys, large);
    blocks = large.isEmpty() ? undivided : new Blocks(members.stream().map(Member::keys).toList());
  }

  public Schema schema() {
    return schema;
  }

  public Blocking blocking() {
    return blocking;
  }

  /** The values of a record, null where it has none. */
  public Value[] valuesOf(int record) {
    return members.get(record).values();
  }

  /** What was learned, to be used on other records. */
  public Learned learned() {
    Patterns blocked = new Patterns();
    compare((one, other, evidence) -> blocked.add(evidence, common(one, other), 1));
    return Learned.of(blocking, train(blocked), rarities, vocabularies, records);
  }

  private List<String[]> sample() {
    return sampled().mapToObj(table.texts()::get).toList();
  }

  /** The records of the smallest hashes, so that the choice depends on nothing but themselves. */
  private IntStream sampled() {
    return IntStream.range(0, table.size())
        .boxed()
        .sorted(Comparator.comparingLong(record -> Hash.mixed(table.id(record))))
        .limit(SAMPLE)
        .mapToInt(record -> record);
  }

  private List<Member> members(List<long[]> keys, Set<Long> large) {
    List<Member> made = new ArrayList<>();
    for (int record = 0; record < keys.size(); record++) {
      String[] texts = table.texts().get(record);
      long[] divided = blocking.divided(keys.get(record), texts, large);
      made.add(new Member(record, divided, values(texts)));
    }
    return made;
  }

  private Value[] values(String[] texts) {
    Value[] values = new Value[texts.length];
    for (int field = 0; field < texts.length; field++) {
      if (texts[field] != null) {
        values[field] = new Value(texts[field], rarities.get(field).band(texts[field]));
      }
    }
    return values;
  }

  /** The pairs of records that meet under a rule, compared. */
  public List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    compare(
        (one, other, evidence) ->
            pairs.add(new Pair((int) one.id(), (int) other.id(), evidence, common(one, other))));
    return pairs;
  }

  private static int common(Member one, Member other) {
    return Blocking.common(one.keys(), other.keys());
  }

  private void compare(Block.Pairs pairs) {
    Block block = new Block(schema::compare, settings.block(), settings.reach());
    blocks.forEach((key, records) -> block.compare(key, of(records), pairs));
  }

  /** The members of so many numbers, in a list that may be sorted. */
  private List<Member> of(int[] numbers) {
    return IntStream.of(numbers)
        .mapToObj(members::get)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** The model that the pairs teach. */
  public Model train(List<Pair> pairs) {
    Patterns blocked = new Patterns();
    pairs.forEach(pair -> blocked.add(pair.evidence(), pair.rules(), 1));
    return train(blocked);
  }

  private Model train(Patterns blocked) {
    double records = members.size();
    return Training.fit(
        new TrainingData(
            schema,
            rarities,
            blocked,
            random(),
            blocking.ruleFields(),
            records * (records - 1) / 2));
  }

  /** Each record of a sample against some that follow it: chance brings them together. */
  private Patterns random() {
    List<Member> sample = sampled().mapToObj(members::get).toList();
    Patterns random = new Patterns();
    for (int one = 0; one < sample.size(); one++) {
      int end = Math.min(sample.size(), one + 1 + NEIGHBOURS);
      for (int other = one + 1; other < end; other++) {
        random.add(schema.compare(sample.get(one).values(), sample.get(other).values()), 0, 1);
      }
    }
    return random;
  }

  /** All steps in a row. */
  public Found resolve() {
    List<Pair> pairs = pairs();
    return resolve(train(pairs), pairs);
  }

  /** Unites the records of {@code pairs} into people. */
  public Found resolve(Model model, List<Pair> pairs) {
    List<Components.Link> links = new ArrayList<>();
    double look = Model.bits(settings.look());
    for (Pair pair : pairs) {
      double odds = model.odds(pair.evidence());
      if (odds >= look) {
        links.add(new Components.Link(pair.one(), pair.other(), odds));
      }
    }
    int[] components = Components.of(members.size(), links, settings.component());
    Map<Integer, List<Integer>> groups = new TreeMap<>();
    for (int record = 0; record < components.length; record++) {
      groups.computeIfAbsent(components[record], none -> new ArrayList<>(2)).add(record);
    }
    int[] people = new int[members.size()];
    double[] bits = new double[members.size()];
    groups.values().forEach(group -> unite(model, group, people, bits));
    return new Found(people, bits);
  }

  private void unite(Model model, List<Integer> group, int[] people, double[] bits) {
    Linker linker = new Linker(schema, rarities, blocking, model, settings);
    Agglomeration united =
        linker.unite(group.stream().map(record -> members.get(record).values()).toList());
    for (int record = 0; record < group.size(); record++) {
      people[group.get(record)] = group.get(united.people()[record]);
      bits[group.get(record)] = united.bits()[record];
    }
  }
}
