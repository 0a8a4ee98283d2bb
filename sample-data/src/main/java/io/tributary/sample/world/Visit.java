package io.tributary.sample.world;

import java.time.LocalDateTime;
import java.util.Optional;

/** How a web order came about: the address landed on, the site before it, and the mail click. */
public record Visit(
    Optional<String> landingSite, Optional<String> referringSite, Optional<Click> click) {
  /** A click in a mailing; the time is UTC. */
  public record Click(Campaign campaign, LocalDateTime at) {}
}
