package io.tributary.models.identity.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tributary.models.identity.linkage.Model;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationMapTest {
  private static final List<Double> SCALE = List.of(-12.0, -3.3, -0.5, 0.0, 1.1, 2.19, 5.0, 30.0);

  @Test
  void withoutDecisionsAModelIsTakenAtItsWord() {
    CalibrationMap none = CalibrationMap.of(List.of());

    SCALE.forEach(bits -> assertThat(none.calibrated(bits)).isEqualTo(bits));
    assertThat(none.calibrated(Double.POSITIVE_INFINITY)).isInfinite();
  }

  /** A model that claims twice the bits it has, and 4,000 decisions spread over the scale. */
  @Test
  void manyDecisionsCorrectAModelThatIsTooSure() {
    CalibrationMap map = CalibrationMap.of(overconfident(4000, -4, 8));

    for (double bits = -2; bits <= 6; bits += 0.5) {
      assertThat(Model.probability(map.calibrated(bits)))
          .as("at %.1f bits", bits)
          .isCloseTo(Model.probability(bits / 2), within(0.06));
    }
  }

  /** Decisions of the review band alone say little of what is far from it. */
  @Test
  void whatNobodyWasAskedAboutStaysAsTheModelHasIt() {
    CalibrationMap map = CalibrationMap.of(overconfident(200, 0.58, 2.19));

    assertThat(Model.probability(map.calibrated(1.5))).isBetween(0.60, 0.68);
    assertThat(Model.probability(map.calibrated(5.5)))
        .isCloseTo(Model.probability(5.5), within(0.001));
    assertThat(Model.probability(map.calibrated(-3.5)))
        .isCloseTo(Model.probability(-3.5), within(0.001));
  }

  @Test
  void threeDecisionsMoveNoProbabilityByMoreThanTheirShareOfTheirs() {
    for (double at = -8; at < 24; at += 0.25) {
      for (boolean isSame : new boolean[] {true, false}) {
        CalibrationMap map =
            CalibrationMap.of(Collections.nCopies(3, new LabelledOdds(at, isSame)));
        for (double bits = -10; bits < 26; bits += 0.1) {
          assertThat(Model.probability(map.calibrated(bits)))
              .as("%s at %.2f, seen at %.1f", isSame, at, bits)
              .isCloseTo(Model.probability(bits), within(0.14));
        }
      }
    }
  }

  @Test
  void oddsThatRiseAreCorrectedToOddsThatRiseAndBack() {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 50; round++) {
      List<LabelledOdds> decided = new ArrayList<>();
      for (int pair = 0; pair < 100; pair++) {
        decided.add(new LabelledOdds(random.nextDouble(-10, 30), random.nextBoolean()));
      }
      CalibrationMap map = CalibrationMap.of(decided);
      double before = Double.NEGATIVE_INFINITY;
      for (double bits = -15; bits < 35; bits += 0.1) {
        double calibrated = map.calibrated(bits);
        assertThat(calibrated).isGreaterThan(before);
        assertThat(map.model(calibrated)).isCloseTo(bits, within(1e-4));
        before = calibrated;
      }
    }
  }

  @Test
  void theOrderOfDecisionsDoesNotMatterAndContradictionsMeetHalfway() {
    List<LabelledOdds> decided = new ArrayList<>(overconfident(300, -2, 6));
    CalibrationMap map = CalibrationMap.of(decided);
    Collections.shuffle(decided, new Random(5));
    assertThat(CalibrationMap.of(decided)).isEqualTo(map);

    List<LabelledOdds> torn = new ArrayList<>();
    for (int pair = 0; pair < 400; pair++) {
      torn.add(new LabelledOdds(1.5, pair % 2 == 0));
    }
    assertThat(Model.probability(CalibrationMap.of(torn).calibrated(1.5)))
        .isCloseTo(0.52, within(0.02));
  }

  private static List<LabelledOdds> overconfident(int pairs, double from, double to) {
    SplittableRandom random = new SplittableRandom(11);
    List<LabelledOdds> decided = new ArrayList<>();
    for (int pair = 0; pair < pairs; pair++) {
      double bits = random.nextDouble(from, to);
      decided.add(new LabelledOdds(bits, random.nextDouble() < Model.probability(bits / 2)));
    }
    return decided;
  }
}
