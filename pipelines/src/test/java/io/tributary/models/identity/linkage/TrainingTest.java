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

  /** All pairs are seen, so that likeness among others is learned from them too. */
  private static Model fit(Patterns patterns) {
    Schema schema =
        new Schema(
            IntStream.range(0, SAME.length)
                .mapToObj(
                    field ->
                        Schema.Column.of(
                            "field" + field, List.of(), Kind.CATEGORY.comparisons("GB").get(0)))
                .toList());
    List<Rarity> rarities = Collections.nCopies(SAME.length, Rarity.UNKNOWN);
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
