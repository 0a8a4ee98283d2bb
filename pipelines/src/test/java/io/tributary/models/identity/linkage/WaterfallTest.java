package io.tributary.models.identity.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tributary.models.identity.compare.Kind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaterfallTest {
  private static final Schema SCHEMA =
      new Schema(
          List.of(
              Schema.Column.of("gender", List.of(), Kind.CATEGORY.comparisons("US").get(0)),
              new Schema.Column(
                  "born", List.of(), Kind.DATE.comparisons("US").get(0), true, true)));

  @Test
  void theBarsAddUpToTheOddsOfTheModel() {
    Model model =
        new Model(
            new double[] {0.25, 0.25, 0.5},
            new double[][][] {
              {codes(0.25), codes(0.5)}, {codes(0.25), codes(0.25)}, {codes(0.5), codes(0.5)}
            });
    long evidence = Evidence.with(Evidence.with(0, 0, 1), 1, 1);

    Waterfall waterfall = Waterfall.of(SCHEMA, model, evidence);

    assertThat(waterfall.bars())
        .extracting(Waterfall.Bar::what)
        .containsExactly("prior", "gender", "born", "related");
    assertThat(waterfall.bars()).extracting(Waterfall.Bar::bits).startsWith(-1.0, -1.0, 0.0);
    assertThat(waterfall.bars().get(2).likeness()).isEqualTo("a generation apart");
    assertThat(waterfall.odds()).isCloseTo(model.odds(evidence), within(1e-9));
    assertThat(waterfall.isParted()).isTrue();
  }

  private static double[] codes(double probability) {
    double[] codes = new double[Evidence.CODES];
    Arrays.fill(codes, probability);
    return codes;
  }
}
