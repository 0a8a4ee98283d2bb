package io.tributary.sample.world;

import java.time.LocalDateTime;
import java.util.Optional;

/** What becomes of a web order: paid or not, sent, or cancelled for a reason. */
public record Fate(
    boolean paid, Optional<LocalDateTime> fulfilledAt, Optional<Cancellation> cancellation) {
  /** When and why an order was called off. */
  public record Cancellation(LocalDateTime at, String reason) {}

  /** Whether the order stands as a sale once everything has happened. */
  public boolean stands() {
    return paid && cancellation.isEmpty();
  }
}
