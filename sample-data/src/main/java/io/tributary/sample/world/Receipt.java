package io.tributary.sample.world;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** A till receipt, in the store's local time; goods handed back have negative quantities. */
public record Receipt(
    Person buyer,
    int number,
    Store store,
    LocalDateTime at,
    List<Line> lines,
    Optional<String> loyaltyNo,
    Tender tender,
    Optional<String> original) {
  /** How a receipt was settled, and at which till by whom. */
  public record Tender(String kind, int till, int cashier) {}

  /** The number printed on it. */
  public String receiptNo() {
    long day = at.toLocalDate().toEpochDay();
    return "%s-%d-%d%03d"
        .formatted(store.code(), day, Scramble.of(buyer.number(), 23), number % 1000);
  }

  /** Whether goods were bought. */
  public boolean isSale() {
    return lines.get(0).quantity() > 0;
  }

  /** What was paid, or paid back. */
  public long net() {
    return lines.stream().mapToLong(Line::net).sum();
  }
}
