package io.tributary.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The planted pairs, found again by counting baskets. */
class AffinitiesTest {
  private static final List<NamedCsvRecord> TRUTH =
      Sample.table(Sample.folder().resolve("truth/affinities.csv"));
  private static final LandedBaskets LANDED = new LandedBaskets();

  private static List<NamedCsvRecord> pairs(String kind) {
    return TRUTH.stream().filter(pair -> pair.getField("kind").equals(kind)).toList();
  }

  private static double number(NamedCsvRecord pair, String column) {
    return Double.parseDouble(pair.getField(column));
  }

  /** Counted independently of each other, baskets would stray so far once in some 2,000 times. */
  private static double chance(double expected) {
    return 3.5 * Math.sqrt(expected);
  }

  private static void isCounted(NamedCsvRecord pair, BasketCount count) {
    var name = pair.getField("first_title") + " and " + pair.getField("second_title");
    assertThat(count.baskets()).as(name).isEqualTo((long) number(pair, "baskets"));
    isNear(name, count.first(), number(pair, "baskets_with_first"));
    isNear(name, count.second(), number(pair, "baskets_with_second"));
    isNear(name, count.both(), number(pair, "baskets_with_both"));
  }

  private static void isNear(String name, long counted, double expected) {
    assertThat((double) counted).as(name).isCloseTo(expected, within(chance(expected)));
  }

  private static BasketCount landed(NamedCsvRecord pair) {
    var brand = pair.getField("brand");
    var first = pair.getField("first_sku");
    var second = pair.getField("second_sku");
    return new BasketCount(
        LANDED.count(brand),
        LANDED.count(brand, first),
        LANDED.count(brand, second),
        LANDED.count(brand, first, second));
  }

  @Test
  void eachBrandHasStrongPairsModeratePairsFollowersAndDecoys() {
    var lifts =
        pairs("together").stream()
            .collect(Collectors.groupingBy(pair -> number(pair, "lift") >= 8));

    assertThat(lifts.get(true)).hasSize(8);
    assertThat(lifts.get(false))
        .hasSize(12)
        .allSatisfy(pair -> assertThat(number(pair, "lift")).isBetween(2.5, 3.5));
    assertThat(pairs("next"))
        .hasSize(12)
        .allSatisfy(pair -> assertThat(number(pair, "lift")).isGreaterThan(2.5));
    assertThat(pairs("decoy")).hasSize(8);
  }

  @Test
  void landedBasketsHoldPairsTogetherAsOftenAsPlanted() {
    assertThat(pairs("together")).allSatisfy(pair -> isCounted(pair, landed(pair)));
  }

  @Test
  void decoysAreManyAndNoMoreOftenTogetherThanPopularProductsAre() {
    assertThat(pairs("decoy"))
        .allSatisfy(
            pair -> {
              var count = landed(pair);
              isCounted(pair, count);
              double byPopularity = number(pair, "lift_if_independent");
              assertThat(number(pair, "lift") / byPopularity).isBetween(.97, 1.12);
              assertThat(count.lift() / byPopularity).isBetween(.75, 1.3);
            });
  }

  @Test
  void whatFollowsIsInTheSamePersonsNextBasketAsOftenAsPlanted() {
    var walked = new WalkedBaskets();

    assertThat(pairs("next"))
        .allSatisfy(
            pair ->
                isCounted(
                    pair,
                    walked.next(
                        pair.getField("brand"),
                        pair.getField("first_title"),
                        pair.getField("second_title"))));
  }
}
