package io.tributary.sample.world;

import java.time.LocalDateTime;
import java.util.List;

/** A customer account in one brand's web shop; whoever uses the mailbox orders with it. */
public record Account(
    Brand brand, Mailbox mailbox, Person holder, LocalDateTime createdAt, List<ShopOrder> orders) {
  /** The shop's id of the customer. */
  public long id() {
    return idOf(brand, mailbox);
  }

  /** The shop's id of whoever orders with this mailbox. */
  public static long idOf(Brand brand, Mailbox mailbox) {
    long owner = mailbox.owner() * 2 + mailbox.slot();
    return 6_000_000_000_000L + Scramble.of(owner, 5) * 10 + brand.number();
  }
}
