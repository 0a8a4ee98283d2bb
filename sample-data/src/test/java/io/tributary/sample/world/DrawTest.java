package io.tributary.sample.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class DrawTest {
  private static final int MANY = 200_000;

  private record Moments(double mean, double variance) {
    static Moments of(ToDoubleFunction<Draw> kind) {
      var draw = Draw.of(7, "moments");
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < MANY; i++) {
        double value = kind.applyAsDouble(draw);
        sum += value;
        squares += value * value;
      }
      double mean = sum / MANY;
      return new Moments(mean, squares / MANY - mean * mean);
    }
  }

  @Test
  void gammaHasTheMomentsOfItsShapeAndMean() {
    var broad = Moments.of(draw -> draw.gamma(.5, 2));
    var narrow = Moments.of(draw -> draw.gamma(4, 2));

    assertThat(broad.mean()).isCloseTo(2, within(.05));
    assertThat(broad.variance()).isCloseTo(8, within(.4));
    assertThat(narrow.mean()).isCloseTo(2, within(.02));
    assertThat(narrow.variance()).isCloseTo(1, within(.03));
  }

  @Test
  void betaHasTheMomentsOfItsMeanAndWeight() {
    var found = Moments.of(draw -> draw.beta(.3, 12));

    assertThat(found.mean()).isCloseTo(.3, within(.002));
    assertThat(found.variance()).isCloseTo(.3 * .7 / 13, within(.0005));
  }

  @Test
  void poissonHasEqualMeanAndVariance() {
    var found = Moments.of(draw -> draw.poisson(1.3));

    assertThat(found.mean()).isCloseTo(1.3, within(.02));
    assertThat(found.variance()).isCloseTo(1.3, within(.03));
  }

  @Test
  void otherKeysAreOtherStreams() {
    var firsts = new HashSet<Long>();
    for (long key = 0; key < 1000; key++) {
      firsts.add(Draw.of(1, "a", key).bits());
      firsts.add(Draw.of(1, "b", key).bits());
      firsts.add(Draw.of(2, "a", key).bits());
      firsts.add(Draw.of(1, "a", key, key).bits());
    }

    assertThat(firsts).hasSize(4000);
  }

  @Test
  void streamsAreTheSameOnEveryMachine() {
    assertThat(Draw.of(1, "person", 5).bits()).isEqualTo(4922614399117105075L);
  }
}
