package io.tributary.sample.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashSet;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WorldTest {
  private static final Scale SCALE = new Scale(1, 3000, 400, LocalDate.of(2026, 6, 30), 14);

  @Test
  void scrambledNumbersAreDistinctAndNoLargerThanNeeded() {
    var seen = new BitSet();
    int numbers = (1 << 17) + (1 << 18);
    for (int number = 0; number < numbers; number++) {
      seen.set((int) Scramble.of(number, 11));
    }

    assertThat(seen.cardinality()).isEqualTo(numbers);
    assertThat(seen.length()).isEqualTo(numbers);
  }

  @Test
  void mailboxesBelongToOnePerson() {
    var addresses = new HashSet<String>();
    var owners = new HashSet<String>();
    new Population(SCALE)
        .forEach(
            household -> {
              for (var person : household.members()) {
                var main = person.contact().main();
                addresses.add(main.address());
                owners.add(main.address() + main.owner());
              }
            });

    assertThat(addresses).hasSameSizeAs(owners).hasSizeBetween(2700, 2850);
  }

  @Test
  void atWeekendsTheRateOfFridayHolds() {
    var rates = new ExchangeRates(SCALE);
    var friday = LocalDate.of(2026, 6, 26);

    assertThat(rates.usdPerUnit("EUR", friday.plusDays(2)))
        .isEqualTo(rates.usdPerUnit("EUR", friday))
        .isNotEqualTo(rates.usdPerUnit("EUR", friday.plusDays(3)));
  }

  @Test
  void expectedOrdersAreTheMeanOfManyDrawnFutures() {
    var season = new Season(SCALE);
    var habit = new Habit(SCALE.days() - 1, .03, .15, OptionalInt.empty());
    double expected = 0;
    double drawn = 0;
    for (int i = 0; i < 20_000; i++) {
      var lifetime = Lifetime.of(habit, season, Draw.of(3, "future", i));
      expected += lifetime.expectedOrders(habit, SCALE, season);
      drawn += lifetime.days().stream().filter(day -> day >= SCALE.days()).count();
    }

    assertThat(drawn / expected).isCloseTo(1, within(.02));
  }

  @Test
  void aCharmingPriceEndsInNinetyFiveOrAHalf() {
    assertThat(Product.charming(12_912)).isEqualTo(12_895);
    assertThat(Product.charming(12_960)).isEqualTo(12_995);
    assertThat(Product.charming(1_226)).isEqualTo(1_250);
  }
}
