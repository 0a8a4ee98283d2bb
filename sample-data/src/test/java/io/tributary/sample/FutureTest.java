package io.tributary.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class FutureTest {
  @Test
  void whatIsDrawnIsWhatWasExpected() {
    var values = Sample.table(Sample.folder().resolve("truth/value.csv"));
    double[] sums = new double[4];
    for (var value : values) {
      sums[0] += Double.parseDouble(value.getField("expected_orders"));
      sums[1] += Double.parseDouble(value.getField("drawn_orders"));
      sums[2] += Double.parseDouble(value.getField("expected_value_usd"));
      sums[3] += Double.parseDouble(value.getField("drawn_value_usd"));
    }

    assertThat(sums[1]).isCloseTo(sums[0], withinPercentage(3));
    assertThat(sums[3]).isCloseTo(sums[2], withinPercentage(4));
  }
}
