package io.tributary.models.identity.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditsTest {
  private static final String LONG = "a".repeat(63) + "bcdef";

  @ParameterizedTest
  @CsvSource({
    "anna, anna, true",
    "anna, ana, true",
    "anna, annas, true",
    "anna, anka, true",
    "anna, nana, true",
    "anna, naan, false",
    "anna, an, false",
    "anna, hanka, false",
    "abcd, badc, false",
    "19900304, 19900403, false",
    "19900304, 19900340, true",
  })
  void tellsTextsThatAreOneSlipApart(String one, String other, boolean isOne) {
    assertThat(Edits.atMostOne(new Letters(one), new Letters(other))).isEqualTo(isOne);
    assertThat(Edits.atMostOne(new Letters(other), new Letters(one))).isEqualTo(isOne);
  }

  @ParameterizedTest
  @CsvSource({"x, true", "xy, false"})
  void letsNoLetterOfALongTextPassUnseen(String more, boolean isOne) {
    assertThat(Edits.atMostOne(new Letters(more + LONG), new Letters(LONG))).isEqualTo(isOne);
    assertThat(Edits.atMostOne(new Letters(LONG), new Letters(LONG + more))).isEqualTo(isOne);
  }
}
