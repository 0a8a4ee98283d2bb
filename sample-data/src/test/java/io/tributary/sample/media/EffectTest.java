package io.tributary.sample.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class EffectTest {
  private static final Effect EFFECT = new Effect(.4, .5, 100, 2, 3);

  @Test
  void halfOfTheRiseIsReachedAtItsPoint() {
    assertThat(EFFECT.rise(100)).isEqualTo(.2);
    assertThat(EFFECT.rise(0)).isZero();
    assertThat(EFFECT.rise(300)).isCloseTo(.36, within(1e-12));
  }

  @Test
  void exposuresBeyondTheFrequencyAreVoid() {
    var seldom = new Exposure(100, 1000);
    var often = new Exposure(900, 1000);

    assertThat(seldom.frequency()).isBetween(1.0, 3.0);
    assertThat(seldom.effectivePoints(3)).isEqualTo(100, within(1e-9));
    assertThat(often.effectivePoints(3)).isCloseTo(300 * often.reach(), within(1e-9));
    assertThat(often.effectivePoints(3)).isLessThan(255);
  }

  @Test
  void weeksBeginOnMonday() {
    var week = Week.of(LocalDate.of(2026, 6, 28));

    assertThat(week.begin()).isEqualTo(LocalDate.of(2026, 6, 22));
    assertThat(Week.of(LocalDate.of(2026, 6, 29)).number()).isEqualTo(week.number() + 1);
  }
}
