package io.tributary.sample.journey;

import io.tributary.sample.world.Brand;
import io.tributary.sample.world.Campaign;
import io.tributary.sample.world.Channel;
import java.time.LocalDate;
import java.util.Optional;

/** Where a visit came from, as analytics tools call it. */
public record Origin(
    Way way, String source, String medium, Optional<String> campaign, Optional<String> term) {
  private static final String ADVERTISED = "utm_campaign=";

  /** A visit this way to a brand on a day. */
  static Origin of(Way way, Brand brand, LocalDate date) {
    return way.channel()
        .map(channel -> paid(way, channel, brand, channel.campaign(brand, date)))
        .orElseGet(() -> unpaid(way));
  }

  /** A visit this way that landed on an address with a campaign in it. */
  static Origin landed(Way way, Channel channel, Brand brand, String address) {
    int at = address.indexOf(ADVERTISED) + ADVERTISED.length();
    return paid(way, channel, brand, address.substring(at));
  }

  /** A click in a mailing. */
  static Origin mailed(Campaign campaign) {
    return paid(Way.EMAIL, Channel.EMAIL, campaign.brand(), campaign.slug());
  }

  private static Origin paid(Way way, Channel channel, Brand brand, String campaign) {
    return new Origin(
        way, channel.source(), channel.medium(), Optional.of(campaign), term(way, brand));
  }

  private static Origin unpaid(Way way) {
    return way == Way.ORGANIC_SEARCH
        ? new Origin(way, "google", "organic", Optional.empty(), Optional.empty())
        : new Origin(way, "(direct)", "(none)", Optional.empty(), Optional.empty());
  }

  private static Optional<String> term(Way way, Brand brand) {
    return switch (way) {
      case BRAND_SEARCH -> Optional.of("prism " + brand.slug());
      case GENERIC_SEARCH ->
          Optional.of(
              switch (brand) {
                case HOME -> "linen bedding";
                case APPAREL -> "summer dress";
                case BEAUTY -> "vitamin c serum";
                case KIDS -> "wooden toys";
              });
      default -> Optional.empty();
    };
  }
}
