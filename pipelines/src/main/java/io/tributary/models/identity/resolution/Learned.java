package io.tributary.models.identity.resolution;

import io.tributary.models.identity.blocking.Blocking;
import io.tributary.models.identity.blocking.Rule;
import io.tributary.models.identity.compare.Vocabulary;
import io.tributary.models.identity.linkage.Evidence;
import io.tributary.models.identity.linkage.Model;
import io.tributary.models.identity.linkage.Rarity;
import io.tributary.models.identity.linkage.Relation;
import io.tributary.models.identity.linkage.Schema;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All that was learned of records, in plain numbers, names of fields and hashes of values, so that
 * it can be kept.
 *
 * @param rules the blocking rules, as they are declared
 * @param shares how much of all pairs of records is of each relation
 * @param probabilities for each relation, field and code
 * @param closest for each field how many pairs of people differ in it alone, to one pair of the
 *     same person
 * @param rarities how common the values of each field are
 * @param vocabularies how much the words of a field say, by hash, where words are weighed
 * @param records how many records there were
 * @param large the keys of the blocks that are divided, because too many shared them
 */
public record Learned(
    List<String> rules,
    List<Double> shares,
    List<List<List<Double>>> probabilities,
    List<Double> closest,
    List<Rarity.Known> rarities,
    Map<String, Map<Long, Double>> vocabularies,
    long records,
    SortedSet<Long> large) {

  /** A model that was kept by an older build knows of no people who differ in one field alone. */
  public Learned {
    closest = closest == null ? Collections.nCopies(rarities.size(), 0.0) : List.copyOf(closest);
  }

  static Learned of(
      Blocking blocking,
      Model model,
      List<Rarity> rarities,
      Map<String, Vocabulary> vocabularies,
      long records) {
    Map<String, Map<Long, Double>> weights = new TreeMap<>();
    vocabularies.forEach((field, vocabulary) -> weights.put(field, vocabulary.weights()));
    return new Learned(
        IntStream.range(0, blocking.rules().size()).mapToObj(blocking::name).toList(),
        Stream.of(Relation.values()).map(model::share).toList(),
        Stream.of(Relation.values()).map(relation -> probabilities(model, relation)).toList(),
        IntStream.range(0, model.fields()).mapToObj(model::closest).toList(),
        rarities.stream().map(Rarity::known).toList(),
        weights,
        records,
        new TreeSet<>());
  }

  /** The same, and which blocks are divided. */
  public Learned dividing(Set<Long> blocks) {
    return new Learned(
        rules,
        shares,
        probabilities,
        closest,
        rarities,
        vocabularies,
        records,
        new TreeSet<>(blocks));
  }

  private static List<List<Double>> probabilities(Model model, Relation relation) {
    return IntStream.range(0, model.fields())
        .mapToObj(
            field ->
                IntStream.range(0, Evidence.CODES)
                    .mapToObj(code -> model.probability(relation, field, code))
                    .toList())
        .toList();
  }

  /** What it takes to resolve records of the declared fields by this. */
  public Linker linker(Schema declared, Settings settings) {
    Map<String, Vocabulary> words = new TreeMap<>();
    vocabularies.forEach((field, weights) -> words.put(field, Vocabulary.of(weights)));
    Schema schema = declared.weighing(words);
    List<Rule> parsed = rules.stream().map(rule -> Rule.parse(rule, schema)).toList();
    return new Linker(
        schema,
        rarities.stream().map(Rarity.Known::rarity).toList(),
        new Blocking(schema, parsed, large),
        model(),
        settings);
  }

  private Model model() {
    return new Model(
        numbers(shares),
        probabilities.stream()
            .map(fields -> fields.stream().map(Learned::numbers).toArray(double[][]::new))
            .toArray(double[][][]::new),
        numbers(closest));
  }

  private static double[] numbers(List<Double> of) {
    return of.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
