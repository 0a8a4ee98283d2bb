package io.tributary.sample.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChainTest {
  private static Stream<Chain> chains() {
    return LongStream.rangeClosed(1, 30)
        .mapToObj(seed -> new Scale(seed, 1, 400, LocalDate.of(2026, 6, 30), 0))
        .map(scale -> new Affinities(new Catalogue(scale)))
        .flatMap(
            affinities ->
                Arrays.stream(Brand.values())
                    .flatMap(
                        brand ->
                            Arrays.stream(Tier.values())
                                .map(tier -> affinities.chain(brand, tier))));
  }

  @Test
  void whateverTheSeedProductsStayAsPopularAsTheyAre() {
    assertThat(chains())
        .allSatisfy(
            chain -> {
              for (var step : List.of(chain.within(), chain.across())) {
                for (int product = 0; product < chain.shares().length; product++) {
                  assertThat(after(chain.shares(), step, product))
                      .isCloseTo(chain.shares()[product], within(1e-12));
                }
              }
            });
  }

  private static double after(double[] shares, Succession step, int product) {
    double share = 0;
    for (int before = 0; before < shares.length; before++) {
      assertThat(step.chance(before, product)).isBetween(0.0, 1.0);
      share += shares[before] * step.chance(before, product);
    }
    return share;
  }

  @Test
  void stepsAreTakenAsOftenAsTheirChancesSay() {
    var catalogue = new Catalogue(new Scale(1, 1, 400, LocalDate.of(2026, 6, 30), 0));
    var affinities = new Affinities(catalogue);
    var pair = affinities.of(Brand.KIDS).get(0);
    var chain = affinities.chain(Brand.KIDS, Tier.MIDDLE);
    var draw = Draw.of(1, "steps");
    int found = 0;
    for (int i = 0; i < 20_000; i++) {
      int picked = catalogue.pick(Brand.KIDS, Tier.MIDDLE, draw).index();
      found +=
          chain.within().next(pair.first().index(), picked, draw) == pair.second().index() ? 1 : 0;
    }

    assertThat(found / 20_000.0).isCloseTo(chain.chance(pair), within(.01));
  }

  @Test
  void mostLinesHoldWhatWasPicked() {
    var catalogue = new Catalogue(new Scale(1, 1, 400, LocalDate.of(2026, 6, 30), 0));
    var chain = new Affinities(catalogue).chain(Brand.HOME, Tier.MIDDLE);
    var draw = Draw.of(2, "steps");
    int kept = 0;
    int before = 0;
    for (int i = 0; i < 20_000; i++) {
      int picked = catalogue.pick(Brand.HOME, Tier.MIDDLE, draw).index();
      before = chain.within().next(before, picked, draw);
      kept += before == picked ? 1 : 0;
    }

    assertThat(kept).isGreaterThan(16_000);
  }
}
