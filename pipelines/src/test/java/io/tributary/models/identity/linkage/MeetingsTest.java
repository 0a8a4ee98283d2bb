package io.tributary.models.identity.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tributary.models.identity.compare.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeetingsTest {
  private static final int PAIRS = 200_000;

  /** How often two records both know a field, and agree in it if they do. */
  private static final double[][] FIELDS = {{0.4, 0.9}, {0.45, 0.8}, {0.5, 0.3}};

  /** Family and home, or phone. */
  private static final List<Integer> RULES = List.of(0b011, 0b100);

  private final SplittableRandom random = new SplittableRandom(7);
  private final Patterns met = new Patterns();
  private final Patterns all = new Patterns();

  @Test
  void pairsThatNoRuleBroughtTogetherAreCountedToo() {
    for (int pair = 0; pair < PAIRS; pair++) {
      long evidence = pair();
      all.add(evidence, 0, 1);
      if (isMet(evidence)) {
        met.add(evidence, 1, 1);
      }
    }

    assertThat(met.pairs()).isLessThan(PAIRS / 3);
    assertThat(counted(RULES)).isCloseTo(PAIRS, within(PAIRS * 0.02));
  }

  @Test
  void pairsThatMetThoughTheyDifferAreCountedOnce() {
    // One in five of the others is brought together by a form of the values, not by the whole.
    for (int pair = 0; pair < PAIRS; pair++) {
      long evidence = pair();
      all.add(evidence, 0, 1);
      if (isMet(evidence) || random.nextInt(5) == 0) {
        met.add(evidence, 1, 1);
      }
    }

    assertThat(counted(RULES)).isCloseTo(PAIRS, within(PAIRS * 0.02));
  }

  @Test
  void aRuleThatAsksForNothingBringsAllTogether() {
    for (int pair = 0; pair < 1000; pair++) {
      long evidence = pair();
      all.add(evidence, 0, 1);
      met.add(evidence, 1, 1);
    }

    assertThat(counted(List.of(0))).isCloseTo(1000, within(1e-6));
  }

  @Test
  void whereTooFewAreSureToMeetThoseThatMetAreAll() {
    all.add(evidence(1, 1, 1), 0, 1000);
    met.add(evidence(1, 1, 1), 1, 300);
    met.add(evidence(2, 2, 0), 1, 99);

    assertThat(counted(RULES)).isEqualTo(399);
  }

  @Test
  void whereRandomPairsKnowTooLittleThoseThatMetAreAll() {
    all.add(evidence(1, 0, 0), 0, 1_000_000);
    met.add(evidence(2, 2, 0), 1, 500);

    assertThat(counted(RULES)).isEqualTo(500);
  }

  private double counted(List<Integer> rules) {
    PatternTable table = new PatternTable(met);
    double[] sure = new double[table.size()];
    Arrays.fill(sure, 1);
    double[][] probabilities =
        Stream.of(FIELDS).map(field -> likeness(field[1])).toArray(double[][]::new);
    return new Meetings(schema(), rules, new PatternTable(all)).pairs(table, sure, probabilities);
  }

  private static double[] likeness(double equal) {
    double[] likeness = new double[Evidence.CODES];
    likeness[1] = 1 - equal;
    likeness[2] = equal * 0.75;
    likeness[3] = equal * 0.25;
    return likeness;
  }

  private long pair() {
    int[] codes =
        Stream.of(FIELDS)
            .mapToInt(
                field ->
                    random.nextDouble() < field[0] ? random.nextDouble() < field[1] ? 2 : 1 : 0)
            .toArray();
    return evidence(codes);
  }

  private static long evidence(int... codes) {
    long evidence = 0;
    for (int field = 0; field < codes.length; field++) {
      evidence = Evidence.with(evidence, field, codes[field]);
    }
    return evidence;
  }

  private static boolean isMet(long evidence) {
    return (Evidence.code(evidence, 0) == 2 && Evidence.code(evidence, 1) == 2)
        || Evidence.code(evidence, 2) == 2;
  }

  private static Schema schema() {
    return new Schema(
        Stream.of("family", "home", "phone")
            .map(
                name ->
                    new Schema.Column(
                        name,
                        List.of(),
                        Kind.CATEGORY.comparisons("GB").get(0),
                        /* isPersonal= */ false,
                        /* isContradicting= */ false))
            .toList());
  }
}
