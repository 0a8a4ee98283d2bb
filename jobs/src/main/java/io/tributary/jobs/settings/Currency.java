package io.tributary.jobs.settings;

import com.fasterxml.jackson.annotation.JsonCreator;

/** The currency in which amounts of different currencies are added up. */
public record Currency(String code) {
  public static final Currency EURO = new Currency("EUR");

  /** Refuses what is no ISO 4217 code. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Currency {
    boolean isKnown =
        java.util.Currency.getAvailableCurrencies().stream()
            .anyMatch(known -> known.getCurrencyCode().equals(code));
    if (!isKnown) {
      throw new IllegalArgumentException(
          "currency: found '%s'; an ISO 4217 code such as EUR or USD is allowed".formatted(code));
    }
  }
}
