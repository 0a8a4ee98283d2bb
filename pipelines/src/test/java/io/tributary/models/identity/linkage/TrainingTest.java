package io.tributary.models.identity.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tributary.models.identity.compare.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrainingTest {
  private static final double[] SAME = {0.7, 0.9, 0.95};
  private static final double[] OTHERS = {0.1, 0.025, 0.2};

  @Test
  void findsTheParametersThatMadeThePatterns() {
    Patterns patterns = new Patterns();
    SplittableRandom random = new SplittableRandom(11);
    for (int pair = 0; pair < 200_000; pair++) {
      double[] agree = random.nextBoolean() ? SAME : OTHERS;
      long evidence = 0;
      for (int field = 0; field < agree.length; field++) {
        evidence = Evidence.with(evidence, field, random.nextDouble() < agree[field] ? 2 : 1);
      }
      patterns.add(evidence, 1, 1);
    }

    assertKnownParameters(fit(patterns));
  }

  @Test
  void findsTheKnownParametersOfPublishedVectors() throws IOException {
    Path folder = Path.of(System.getProperty("reference.data", "../shared/data"));
    Path file = folder.resolve("identity/known_params_comparison_vectors.csv");
    assumeTrue(Files.exists(file), () -> "skipped: the reference data is not at " + file);
    Patterns patterns = new Patterns();
    try (Stream<String> lines = Files.lines(file)) {
      lines
          .skip(1)
          .forEach(
              line -> {
                long evidence = 0;
                for (int field = 0; field < SAME.length; field++) {
                  evidence = Evidence.with(evidence, field, line.charAt(2 * field) - '0' + 1);
                }
                patterns.add(evidence, 1, 1);
              });
    }

    assertKnownParameters(fit(patterns));
  }

  /** By field how often it is known of a pair, and how often same, related and others agree. */
  private static final double[][] HOUSEHOLDS = {
    {0.9, 0.96, 0.02, 0.01},
    {0.3, 0.97, 0.02, 0.002},
    {0.9, 0.95, 0.90, 0.0005},
    {0.35, 0.90, 0.25, 0.0001},
    {0.4, 0.80, 0.20, 0.0001},
    {0.4, 0.50, 0.60, 0.0001},
  };

  @Test
  void relativesWhoOutnumberThePairsOfOnePersonDoNotPassForThem() {
    Patterns patterns = new Patterns();
    SplittableRandom random = new SplittableRandom(11);
    int[] pairs = {20_000, 80_000, 1_000_000};
    for (int relation = 0; relation < pairs.length; relation++) {
      for (int pair = 0; pair < pairs[relation]; pair++) {
        long evidence = 0;
        for (int field = 0; field < HOUSEHOLDS.length; field++) {
          double[] of = HOUSEHOLDS[field];
          boolean isKnown = random.nextDouble() < of[0];
          int code = random.nextDouble() < of[1 + relation] ? 2 : 1;
          evidence = Evidence.with(evidence, field, isKnown ? code : 0);
        }
        patterns.add(evidence, 1, 1);
      }
    }

    Model model = fit(patterns, Set.of(0, 1), HOUSEHOLDS.length);

    assertThat(model.probability(Relation.SAME, 0, 1)).isCloseTo(0.04, within(0.02));
    assertThat(model.probability(Relation.SAME, 1, 1)).isCloseTo(0.03, within(0.02));
    assertThat(model.share(Relation.SAME) * patterns.pairs()).isCloseTo(20_000, within(2_000.0));
    assertThat(model.probability(Relation.RELATED, 3, 2)).isCloseTo(0.25, within(0.05));
  }

  /** Given name, birthday, home and mailbox, with the codes of equal values of each. */
  private static final List<Kind> KINDS =
      List.of(Kind.GIVEN_NAME, Kind.DATE, Kind.ADDRESS, Kind.EMAIL);

  private static final int[] EQUAL = {7, 6, 5, 6};

  /** How often one person, twins and others agree in each. */
  private static final double[][] TWINS = {
    {0.99, 0, 0.01}, {0.98, 0.98, 0.001}, {0.6, 1, 0.001}, {0.8, 1, 0.001}
  };

  @Test
  void twinsDoNotMakeOnePersonLikelierToDifferInGivenName() {
    Patterns patterns = new Patterns();
    SplittableRandom random = new SplittableRandom(11);
    int[] pairs = {20_000, 5_000, 200_000};
    for (int relation = 0; relation < pairs.length; relation++) {
      for (int pair = 0; pair < pairs[relation]; pair++) {
        long evidence = 0;
        for (int field = 0; field < EQUAL.length; field++) {
          boolean isEqual = random.nextDouble() < TWINS[field][relation];
          evidence = Evidence.with(evidence, field, isEqual ? EQUAL[field] : Evidence.LEAST);
        }
        patterns.add(evidence, 1, 1);
      }
    }

    Model model = fit(patterns, schema(KINDS));

    assertThat(model.probability(Relation.SAME, 0, Evidence.LEAST)).isLessThan(0.02);
    assertThat(model.closest(0)).isCloseTo(0.25, within(0.1));
    assertThat(model.probability(twins(Evidence.LEAST))).isLessThan(0.1);
    assertThat(model.probability(twins(EQUAL[0]))).isGreaterThan(0.99);
  }

  /** Two records that agree in all but, maybe, the given name. */
  private static long twins(int given) {
    long evidence = Evidence.with(0, 0, given);
    for (int field = 1; field < EQUAL.length; field++) {
      evidence = Evidence.with(evidence, field, EQUAL[field]);
    }
    return evidence;
  }

  private static Schema schema(List<Kind> kinds) {
    return new Schema(
        kinds.stream()
            .map(kind -> Schema.Column.of(kind.name(), List.of(), kind.comparisons("GB").get(0)))
            .toList());
  }

  private static Model fit(Patterns patterns) {
    return fit(patterns, Set.of(), SAME.length);
  }

  /** All pairs are seen, so that likeness among others is learned from them too. */
  private static Model fit(Patterns patterns, Set<Integer> personal, int fields) {
    Schema schema =
        new Schema(
            IntStream.range(0, fields)
                .mapToObj(
                    field ->
                        new Schema.Column(
                            "field" + field,
                            List.of(),
                            Kind.CATEGORY.comparisons("GB").get(0),
                            personal.contains(field),
                            /* isContradicting= */ false))
                .toList());
    return fit(patterns, schema);
  }

  private static Model fit(Patterns patterns, Schema schema) {
    List<Rarity> rarities = Collections.nCopies(schema.size(), Rarity.UNKNOWN);
    return Training.fit(
        new TrainingData(schema, rarities, patterns, patterns, List.of(0), patterns.pairs()));
  }

  private static void assertKnownParameters(Model model) {
    assertThat(model.share(Relation.SAME)).isCloseTo(0.5, within(0.005));
    for (int field = 0; field < SAME.length; field++) {
      assertThat(model.probability(Relation.SAME, field, 2)).isCloseTo(SAME[field], within(0.005));
      assertThat(model.probability(Relation.OTHERS, field, 2))
          .isCloseTo(OTHERS[field], within(0.005));
    }
  }
}
