package io.tributary.sample.world;

import java.util.Optional;

/**
 * How a person can be reached. The main mailbox may be another family member's; an office address
 * such as info@ is shared by colleagues who have nothing else in common.
 */
public record Contact(
    Mailbox main, Optional<Mailbox> second, Optional<String> office, String phone) {
  /** The mailbox used with a brand: some people keep a second one for some brands. */
  public Mailbox mailbox(Brand brand, long person) {
    boolean other = Math.floorMod(person + brand.number(), 4) == 0;
    return other ? second.orElse(main) : main;
  }
}
