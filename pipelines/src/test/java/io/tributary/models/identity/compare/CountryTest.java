package io.tributary.models.identity.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountryTest {
  @ParameterizedTest
  @CsvSource({
    "US, US",
    "us, US",
    "USA, US",
    "U.S.A., US",
    "United States, US",
    "Germany, DE",
    "deu, DE",
    "UK, GB",
    "England, GB",
    "Côte d'Ivoire, CI",
    "Atlantis,",
    "'',",
    "U,"
  })
  void aCountryHasOneCode(String given, String code) {
    assertThat(Country.code(given).orElse(null)).isEqualTo(code);
  }
}
