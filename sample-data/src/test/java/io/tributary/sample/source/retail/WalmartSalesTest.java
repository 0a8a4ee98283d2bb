package io.tributary.sample.source.retail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalmartSalesTest {
  @ParameterizedTest
  @CsvSource({"2026-02-06, 202701", "2026-01-30, 202653", "2026-06-26, 202721"})
  void weeksAreNumberedFromTheLastSaturdayOfJanuary(LocalDate end, String week) {
    assertThat(WalmartSales.week(end)).isEqualTo(week);
  }
}
