package io.tributary.models.identity.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardiseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "GIVEN_NAME  | Dr. Björn-Åke       | bjorn ake",
        "GIVEN_NAME  | N/A                 | ''",
        "FAMILY_NAME | O'Neill Jr.         | oneill",
        "FAMILY_NAME | Weiß                | weiss",
        "DATE        | 1990-03-04          | 19900304",
        "DATE        | 1990-03-04T00:00:00 | 19900304",
        "DATE        | 19900304            | 19900304",
        "DATE        | 04/03/1990          | 19900304",
        "DATE        | 4 March 1990        | 19900304",
        "DATE        | 31/12/85            | 19851231",
        "DATE        | 1990-31-12          | 19901231",
        "DATE        | 1990                | 19900000",
        "DATE        | May                 | ''",
        "EMAIL       | ' Ann@Mail.Example '| ann@mail.example",
        "EMAIL       | nobody              | ''",
        "PHONE       | 020 7946 0123       | +442079460123",
        "PHONE       | +1 (212) 555-0147   | +12125550147",
        "PHONE       | 0000000             | ''",
        "ADDRESS     | 12, High St. Flat 3 | 12 high st flat 3",
        "IDENTIFIER  | 00-12 34            | 001234",
        "IDENTIFIER  | 0000                | ''",
        "DEVICES     | b2;A1, b2           | a1 b2",
        "NETWORK     | ' 10.1.2.3'         | 10.1.2.3",
        "TEXT        | unknown             | ''",
        "TEXT        | -                   | ''",
      })
  void writesEqualThingsEqually(Kind kind, String given, String standard) {
    List<String> columns = Arrays.asList(given);

    assertThat(kind.comparisons("GB").get(0).standardise(columns)).isEqualTo(standard);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ann Mary Lee       | ann mary | lee",
        "Lee, Ann           | ann      | lee",
        "Cher               | ''       | cher",
        "John Smith, Jr.    | john     | smith",
        "John Smith, Jr, MD | john     | smith",
        "John Smith, PhD    | john     | smith",
        "John Smith, M.D.   | john     | smith",
        "John Smith, Esq.   | john     | smith",
        "Smith, John, Jr.   | john     | smith",
        "Smith, M. D.       | m d      | smith",
        "Smith, Jr.         | ''       | smith",
        "'John Smith,'      | john     | smith",
      })
  void partsWholeNames(String whole, String given, String family) {
    List<Comparison> parts = Kind.FULL_NAME.comparisons("GB");

    assertThat(parts.get(0).standardise(List.of(whole))).isEqualTo(given);
    assertThat(parts.get(1).standardise(List.of(whole))).isEqualTo(family);
  }

  @ParameterizedTest
  @CsvSource({"1990, 3, 4, 19900304", "1990, 3, '', 19900300", "'', '', '', ''"})
  void joinsTheColumnsOfADate(String year, String month, String day, String standard) {
    Comparison date = Kind.DATE.comparisons("GB").get(0);

    assertThat(date.standardise(List.of(year, month, day))).isEqualTo(standard);
  }
}
