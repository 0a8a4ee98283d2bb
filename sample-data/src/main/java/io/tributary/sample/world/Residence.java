package io.tributary.sample.world;

import java.time.LocalDate;
import java.util.Optional;

/** Where a household lives, and where it moves, if it does. */
public record Residence(Address first, Optional<Move> move) {
  /** A change of home. */
  public record Move(LocalDate on, Address to) {}

  /** The home on a day. */
  public Address on(LocalDate date) {
    return move.filter(change -> !date.isBefore(change.on())).map(Move::to).orElse(first);
  }
}
