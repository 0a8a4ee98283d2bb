package io.tributary.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CertifiedValueTest {
  private static final BigDecimal LIFESPAN = new BigDecimal("3.2");
  private static final BigDecimal MARGIN = new BigDecimal("0.42");

  @Test
  void fourOrdersOfFiftyAreWorthThreeYearsAndAFifthOfTheirMargin() {
    assertThat(value(4, "200.00")).isEqualByComparingTo("268.80");
  }

  @Test
  void nobodyIsValuedWithoutOrdersInTheYear() {
    assertThat(value(0, "0.00")).isNull();
    assertThat(value(0, "-12.50")).isNull();
  }

  @Test
  void theAverageIsNotRoundedOnTheWay() {
    // 100.00 / 3 = 33.33 to the cent, which would give 134.39.
    assertThat(value(3, "100.00")).isEqualByComparingTo("134.40");
  }

  @Test
  void halfACentGoesUp() {
    var year = new CertifiedValue.Year(1, new BigDecimal("0.01"));

    assertThat(CertifiedValue.of(year, BigDecimal.ONE, new BigDecimal("0.5")))
        .isEqualByComparingTo("0.01");
    assertThat(CertifiedValue.of(year, BigDecimal.ONE, new BigDecimal("0.499999")))
        .isEqualByComparingTo("0.00");
  }

  @Test
  void returnsMayOutweighOrders() {
    assertThat(value(1, "-50.00")).isEqualByComparingTo("-67.20");
  }

  @Test
  void anAverageOrderIsNetRevenueByOrders() {
    assertThat(new CertifiedValue.Year(3, new BigDecimal("100.00")).averageOrderValue())
        .isEqualByComparingTo("33.33");
    assertThat(new CertifiedValue.Year(0, BigDecimal.ZERO).averageOrderValue()).isNull();
  }

  private static BigDecimal value(long orders, String netRevenue) {
    return CertifiedValue.of(
        new CertifiedValue.Year(orders, new BigDecimal(netRevenue)), LIFESPAN, MARGIN);
  }
}
