package io.tributary.models.identity.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelephoneTest {
  /** Form given, country of numbers that name none, number known. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          +1 212 512 4021   | DE | +12125124021
          (212) 512-4021    | US | +12125124021
          1-212-512-4021    | US | +12125124021
          212-512-4021 x12  | US | +12125124021
          030 / 234567-89   | DE | +493023456789
          +49 (0)30 2345678 | US | +49302345678
          00493023456789    | US | +493023456789
          493023456789      | US | +493023456789
          493023456789      | DE | +493023456789
          020 7946 0958     | GB | +442079460958
          512-4021          | US | 5124021
          999999888888      | US | 999999888888
          """)
  void aNumberHasOneForm(String given, String region, String known) {
    assertThat(Telephone.canonical(given, region)).isEqualTo(known);
    assertThat(Telephone.international(given, region).isPresent()).isEqualTo(known.contains("+"));
  }

  @ParameterizedTest
  @CsvSource({"911", "000-000-0000", "unknown", "''", "+11111111111"})
  void aFillerIsNoNumber(String given) {
    assertThat(Telephone.canonical(given, "US")).isEmpty();
    assertThat(Telephone.international(given, "US")).isEmpty();
  }
}
