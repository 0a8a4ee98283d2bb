package io.tributary.sample.world;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A place in the loyalty scheme as it was taken down: with slips of the pen, nicknames, and often a
 * store's shared tablet address in place of a mailbox.
 */
public record Membership(
    Person person, LocalDate joinedOn, Enrolment enrolment, Optional<LocalDate> linkedOn) {
  /** Where and how the member signed up, and the e-mail that was entered. */
  public record Enrolment(
      String channel, Optional<Store> store, String email, boolean verified, boolean familiar) {}

  /** The number on the card. */
  public String loyaltyNo() {
    return "77%08d".formatted(Scramble.of(person.number(), 41));
  }
}
