package io.tributary.sample.journey;

import io.tributary.sample.world.Channel;
import java.util.Locale;
import java.util.Optional;

/**
 * A way people come to a shop. Its pull is the chance that it is the reason of an order it was the
 * last visit of; its reach is the share of the other orders that an earlier visit this way causes.
 * Ways without either only stand by when people buy.
 */
public enum Way {
  VIDEO(Channel.VIDEO, .80, .12, 6),
  PAID_SOCIAL(Channel.PAID_SOCIAL, .35, .07, 4),
  INFLUENCER(Channel.INFLUENCER, .70, .03, 5),
  GENERIC_SEARCH(Channel.PAID_SEARCH, .50, .03, 2),
  EMAIL(Channel.EMAIL, .45, 0, 0),
  DISPLAY(Channel.DISPLAY, 0, 0, 0),
  BRAND_SEARCH(Channel.PAID_SEARCH, 0, 0, 0),
  AFFILIATE(Channel.AFFILIATE, 0, 0, 0),
  ORGANIC_SEARCH(null, 0, 0, 0),
  DIRECT(null, 0, 0, 0);

  private final Channel channel;
  private final double pull;
  private final double reach;
  private final double meanDays;

  Way(Channel channel, double pull, double reach, double meanDays) {
    this.channel = channel;
    this.pull = pull;
    this.reach = reach;
    this.meanDays = meanDays;
  }

  /** How the way is written in files. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The paid channel that brings people this way. */
  public Optional<Channel> channel() {
    return Optional.ofNullable(channel);
  }

  double pull() {
    return pull;
  }

  double reach() {
    return reach;
  }

  /** The mean time from a visit this way to the order it causes. */
  double meanDays() {
    return meanDays;
  }

  /** How many visits without an order people make this way for each order they place. */
  double idleVisits() {
    return switch (this) {
      case VIDEO -> .26;
      case PAID_SOCIAL -> .24;
      case INFLUENCER -> .07;
      case GENERIC_SEARCH -> .09;
      case EMAIL -> 0;
      case DISPLAY -> .09;
      case BRAND_SEARCH, AFFILIATE -> .03;
      case ORGANIC_SEARCH -> .11;
      case DIRECT -> .08;
    };
  }
}
