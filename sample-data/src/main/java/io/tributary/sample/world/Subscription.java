package io.tributary.sample.world;

import java.time.LocalDateTime;
import java.util.Optional;

/** A person's place on a brand's mailing list; times are UTC. */
public record Subscription(
    Person person,
    Brand brand,
    Mailbox mailbox,
    LocalDateTime signedUpAt,
    Optional<LocalDateTime> leftAt) {
  /** Whether mailings reach the person at this time. */
  public boolean isActive(LocalDateTime at) {
    return signedUpAt.isBefore(at) && leftAt.filter(left -> !left.isAfter(at)).isEmpty();
  }

  /** Whether both are the one place a mailbox can have on a list. */
  public boolean isSameAs(Subscription other) {
    return brand == other.brand && mailbox.equals(other.mailbox);
  }
}
