package io.tributary.lake.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class VolumeTest {
  private static final List<Double> STEADY =
      nights(1000, 1010, 990, 1005, 995, 1020, 980, 1000, 1003);

  private static List<Double> nights(double... rows) {
    return Arrays.stream(rows).boxed().toList();
  }

  @Test
  void aNightFarFromTheOthersIsToldWithWhatIsUsual() {
    assertThat(Volume.anomaly(400, STEADY))
        .hasValue("400 rows, where 1,000 is usual (median of 9 nights)");
    assertThat(Volume.anomaly(3000, STEADY)).isPresent();
    assertThat(Volume.anomaly(0, STEADY)).isPresent();
  }

  @Test
  void lessThanHalfAsManyAgainIsNotWorthAnAlertHoweverSteadyTheNightsWere() {
    assertThat(Volume.anomaly(1400, STEADY)).isEmpty();
    assertThat(Volume.anomaly(700, STEADY)).isEmpty();
  }

  @Test
  void oneBadNightDoesNotHideTheNext() {
    List<Double> marred = nights(1000, 1010, 990, 1005, 9, 1020, 980, 1000, 1_000_000);

    assertThat(Volume.anomaly(9, marred)).isPresent();
    assertThat(Volume.anomaly(1015, marred)).isEmpty();
  }

  @Test
  void smallNumbersMayVaryAsSmallNumbersDo() {
    assertThat(Volume.anomaly(7, nights(2, 3, 2, 1, 2, 4, 2))).isEmpty();
    assertThat(Volume.anomaly(70, nights(2, 3, 2, 1, 2, 4, 2))).isPresent();
  }

  @Test
  void fewerThanSevenNightsTellNothing() {
    assertThat(Volume.anomaly(1, nights(1000, 1000, 1000, 1000, 1000, 1000))).isEmpty();
  }
}
