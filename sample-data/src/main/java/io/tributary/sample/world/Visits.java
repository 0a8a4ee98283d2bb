package io.tributary.sample.world;

import java.time.LocalDateTime;
import java.util.Optional;

/** Draws how web orders come about. */
final class Visits {
  private static final double MAIL_BRINGS = .35;
  private static final int MAIL_LASTS_DAYS = 3;
  private static final double[] WAYS = {.40, .22, .14, .11, .02, .02, .04, .05};
  private static final Channel[] CHANNELS = {
    Channel.PAID_SEARCH,
    Channel.PAID_SOCIAL,
    Channel.DISPLAY,
    Channel.VIDEO,
    Channel.INFLUENCER,
    Channel.AFFILIATE
  };

  private final Mailings mailings;

  Visits(Mailings mailings) {
    this.mailings = mailings;
  }

  /** The visit behind an order of this brand at this UTC time. */
  Visit visit(Life.Ties ties, Brand brand, LocalDateTime at, Draw draw) {
    boolean listed =
        ties.subscriptions().stream()
            .anyMatch(place -> place.brand() == brand && place.isActive(at));
    if (listed && draw.chance(MAIL_BRINGS)) {
      var clickedAt = at.minusMinutes(draw.between(2, 40));
      var campaign = mailings.lately(brand, clickedAt, MAIL_LASTS_DAYS);
      if (campaign.isPresent()) {
        return mailVisit(new Visit.Click(campaign.orElseThrow(), clickedAt));
      }
    }
    return otherVisit(brand, at, draw);
  }

  private static Visit mailVisit(Visit.Click click) {
    var landing = tagged(Channel.EMAIL, click.campaign().slug());
    return new Visit(Optional.of(landing), Optional.empty(), Optional.of(click));
  }

  private static Visit otherVisit(Brand brand, LocalDateTime at, Draw draw) {
    int way = draw.weighted(WAYS);
    if (way == 0) {
      return new Visit(Optional.of("/"), Optional.empty(), Optional.empty());
    }
    if (way == 1) {
      var search = Optional.of("https://www.google.com/");
      return new Visit(Optional.of("/collections/all"), search, Optional.empty());
    }
    var channel = CHANNELS[way - 2];
    var landing = tagged(channel, channel.campaign(brand, at.toLocalDate()));
    var referrer = channel == Channel.AFFILIATE ? "https://deals.example/" : null;
    return new Visit(Optional.of(landing), Optional.ofNullable(referrer), Optional.empty());
  }

  private static String tagged(Channel channel, String campaign) {
    return "/?utm_source=%s&utm_medium=%s&utm_campaign=%s"
        .formatted(channel.source(), channel.medium(), campaign);
  }
}
