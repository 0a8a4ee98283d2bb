package io.tributary.sample.world;

import java.util.List;
import java.util.Optional;

/** All that one person does with Prism, the year beyond the last day included. */
public record Life(
    Person person, Lifetime lifetime, Ties ties, List<ShopOrder> orders, List<Receipt> receipts) {
  /** What a person has signed up for. */
  public record Ties(
      Optional<Membership> membership, Optional<SignUp> signUp, List<Subscription> subscriptions) {}
}
