package io.tributary.models.identity.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SampledShareTest {

  /** Brown, Cai and DasGupta's form of the bound: a quantile of the beta distribution. */
  @Test
  void theBoundIsThatOfClopperAndPearson() {
    assertThat(new SampledShare(8, 10).lowerBound()).isCloseTo(0.4930987, within(1e-6));
    assertThat(new SampledShare(196, 200).lowerBound()).isCloseTo(0.9548195, within(1e-6));
    assertThat(new SampledShare(5000, 5000).lowerBound())
        .isCloseTo(Math.pow(0.05, 1.0 / 5000), within(1e-9));
    assertThat(new SampledShare(0, 10).lowerBound()).isZero();
    assertThat(new SampledShare(0, 0).lowerBound()).isZero();
  }

  @Test
  void aSampleThatIsTooSmallShowsNothing() {
    long least = SampledShare.least(0.98);

    assertThat(least).isEqualTo(149);
    assertThat(new SampledShare(least, least).lowerBound()).isGreaterThanOrEqualTo(0.98);
    assertThat(new SampledShare(least - 1, least - 1).lowerBound()).isLessThan(0.98);
  }
}
