package io.tributary.models.identity.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GIVEN_NAME  | bob              | robert           | close or nickname",
        "GIVEN_NAME  | dwayne           | duane            | similar",
        "GIVEN_NAME  | stephne          | stephen          | close or nickname",
        "GIVEN_NAME  | j                | john             | initial or part",
        "GIVEN_NAME  | anna maria       | maria            | initial or part",
        "GIVEN_NAME  | peter            | agnes            | different",
        "FAMILY_NAME | smyth            | smith            | close",
        "FAMILY_NAME | garcia lopez     | lopez            | part",
        "DATE        | 19900304         | 19900403         | one slip or day and month swapped",
        "DATE        | 19900304         | 19900314         | one slip or day and month swapped",
        "DATE        | 19900304         | 19900327         | two parts",
        "DATE        | 19901220         | 19910105         | a year apart",
        "DATE        | 19900000         | 19900304         | a year apart",
        "DATE        | 19900304         | 19830929         | different",
        "DATE        | 19900304         | 19620929         | a generation apart",
        "EMAIL       | ann.lee@a.example| annlee@b.example | same name elsewhere",
        "EMAIL       | jc@herring.info  | jc@white.org     | different",
        "EMAIL       | anna@a.example   | ana@a.example    | one slip",
        "PHONE       | +442079460123    | +442079460132    | one slip",
        "PHONE       | +442079460123    | 79460123         | same ending",
        "ADDRESS     | 12 high street   | 12 high st       | close",
        "ADDRESS     | 12 high street   | 21 high street   | close but for a number",
        "ADDRESS     | 12 high street   | 9 mill lane      | different",
        "NUMBER      | 2119             | 2191             | one slip",
        "DEVICES     | a b c            | b c d            | most in common",
        "DEVICES     | a b c d          | d e f            | one in common",
        "NETWORK     | 10.1.2.3         | 10.1.2.77        | same neighbourhood",
        "NETWORK     | 10.1.2.3         | 10.1.9.9         | same provider",
        "TEXT        | greater london   | london           | similar",
        "TEXT        | head start site  | site head start  | close",
      })
  void tellsHowAlikeTwoValuesAre(Kind kind, String one, String other, String level) {
    Comparison comparison = kind.comparisons("GB").get(0);

    assertThat(level(comparison, one, other)).isEqualTo(level);
    assertThat(level(comparison, other, one)).isEqualTo(level);
  }

  private static String level(Comparison comparison, String one, String other) {
    List<String> levels = comparison.levels();
    return levels.get(comparison.level(new Value(one, 0), new Value(other, 0)));
  }
}
