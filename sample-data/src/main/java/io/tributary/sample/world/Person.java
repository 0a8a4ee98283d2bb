package io.tributary.sample.world;

import java.time.LocalDate;
import java.util.Optional;

/** One real person: who they are and how they buy, as nobody but the simulator knows. */
public record Person(
    long number,
    long household,
    Name birthName,
    Optional<Marriage> marriage,
    LocalDate bornOn,
    Residence residence,
    Contact contact,
    Archetype archetype,
    Taste taste,
    Habit habit) {
  /** A day on which the surname changes. */
  public record Marriage(LocalDate on, String surname) {}

  /** The name on a day. */
  public Name name(LocalDate date) {
    return marriage
        .filter(change -> !date.isBefore(change.on()))
        .map(change -> birthName.married(change.surname()))
        .orElse(birthName);
  }

  /** Whether this person ever orders. */
  public boolean buys() {
    return archetype != Archetype.BROWSER;
  }

  /** The country of the first home. */
  public String country() {
    return residence.first().country();
  }
}
