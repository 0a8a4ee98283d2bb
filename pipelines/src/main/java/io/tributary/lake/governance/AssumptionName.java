package io.tributary.lake.governance;

import io.tributary.lake.TributaryException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The figures that finance decides and gold uses, each with the range it may lie in. */
public enum AssumptionName {
  /** For how many years a customer is expected to stay. */
  LIFESPAN_YEARS("0.1", "100"),
  /** The share of net revenue left after the cost of goods. */
  GROSS_MARGIN("0", "1");

  private final BigDecimal least;
  private final BigDecimal most;

  AssumptionName(String least, String most) {
    this.least = new BigDecimal(least);
    this.most = new BigDecimal(most);
  }

  /** The name as configuration and tables write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static AssumptionName of(String text) {
    return Arrays.stream(values())
        .filter(name -> name.text().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                TributaryException.usage(
                    "There is no assumption named %s. Known names: %s.".formatted(text, known())));
  }

  BigDecimal requireInRange(BigDecimal value) {
    if (value == null || value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw TributaryException.usage(
          "%s cannot be %s: it lies from %s to %s. Shares are written as 0.42 for 42 %%."
              .formatted(text(), value, least, most));
    }
    return value;
  }

  private static String known() {
    return Arrays.stream(values()).map(AssumptionName::text).collect(Collectors.joining(", "));
  }
}
