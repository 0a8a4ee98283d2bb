package io.tributary.jobs.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void thousandsAreSetApart() {
    assertThat(Figures.whole(1234567)).isEqualTo("1,234,567");
    assertThat(Figures.whole(-1000)).isEqualTo("-1,000");
  }

  @Test
  void amountsAreRoundedHalfUpAndMissingOnesAreADash() {
    assertThat(Figures.exact(new BigDecimal("1234.565"))).isEqualTo("1,234.57");
    assertThat(Figures.exact(null)).isEqualTo("–");
  }

  @Test
  void onlyAllIsAHundredPercentAndOnlyNoneIsNought() {
    assertThat(Figures.percent(0.6666)).isEqualTo("66.7 %");
    assertThat(Figures.percent(0.9999)).isEqualTo("99.9 %");
    assertThat(Figures.percent(1)).isEqualTo("100.0 %");
    assertThat(Figures.percent(0.0001)).isEqualTo("0.1 %");
    assertThat(Figures.percent(0)).isEqualTo("0.0 %");
  }

  @Test
  void timesAreToldInTheUnitThatFits() {
    assertThat(Figures.duration(3.24)).isEqualTo("3.2 s");
    assertThat(Figures.duration(74)).isEqualTo("1 min 14 s");
    assertThat(Figures.duration(3 * 3600 + 300)).isEqualTo("3 h 05 min");
  }

  @Test
  void oneThingHasNoPlural() {
    assertThat(Figures.count(1, "file")).isEqualTo("1 file");
    assertThat(Figures.count(2000, "file")).isEqualTo("2,000 files");
  }
}
