package io.tributary.sample.day;

import io.tributary.sample.journey.Session;
import io.tributary.sample.journey.Visitors;
import io.tributary.sample.journey.Way;
import io.tributary.sample.landing.Delivery;
import io.tributary.sample.source.ShopOrders;
import io.tributary.sample.source.web.AppEvents;
import io.tributary.sample.source.web.Ga4Events;
import io.tributary.sample.world.Brand;
import io.tributary.sample.world.Campaign;
import io.tributary.sample.world.Draw;
import io.tributary.sample.world.ExchangeRates;
import io.tributary.sample.world.Rush;
import io.tributary.sample.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * Streams the events of one busy day with its orders, mails and app sessions, in no order and
 * without holding any of them.
 */
public final class HeavyDay {
  private static final List<Way> WAYS =
      List.of(Way.DIRECT, Way.ORGANIC_SEARCH, Way.PAID_SOCIAL, Way.VIDEO, Way.BRAND_SEARCH);
  private static final double OPENS = .3;
  private static final double IN_APP = .3;

  private final World world;
  private final LocalDate date;
  private final Visitors visitors;
  private final ExchangeRates rates;
  private final Campaign campaign;

  /** A day of a world. */
  public HeavyDay(World world, LocalDate date) {
    this.world = world;
    this.date = date;
    visitors = new Visitors(world);
    rates = world.rates();
    var evening = date.atTime(23, 59);
    campaign = world.mailings().lately(Brand.HOME, evening, 15).orElseThrow();
  }

  /** How much was written. */
  public record Counts(long events, long orders) {}

  /** Writes so many events, and what belongs to them, below a folder. */
  public Counts writeTo(Path folder, long events) throws IOException {
    try (var files = new DayFiles(folder.resolve("landing"), date, campaign)) {
      new Rush(world, date).forEachWhile(visitor -> add(visitor, files) < events);
      return new Counts(files.events(), files.orders());
    }
  }

  private long add(Rush.Visitor visitor, DayFiles files) {
    var draw = Draw.of(world.scale().seed(), "heavy", visitor.person().number());
    var session = session(visitor, draw);
    var lines =
        session.device().kind().isApp()
            ? AppEvents.lines(session)
            : Ga4Events.lines(session, rates, date);
    files.session(session, lines);
    visitor
        .order()
        .ifPresent(
            order -> {
              var whole = new Delivery(date, date.minusDays(1), LocalDate.MIN);
              files.order(order, ShopOrders.document(order, whole, order.at()).toString());
            });
    boolean listed =
        visitor.ties().subscriptions().stream()
            .anyMatch(place -> place.isActive(campaign.sentAt()));
    if (listed && draw.chance(OPENS)) {
      files.mail(visitor, draw.chance(.2));
    }
    return files.events();
  }

  private Session session(Rush.Visitor visitor, Draw draw) {
    if (visitor.order().isPresent()) {
      return visitors.ordering(visitor.order().orElseThrow(), draw).arriving();
    }
    return draw.chance(IN_APP)
        ? visitors.opening(visitor.person(), visitor.brand(), visitor.at(), draw).arriving()
        : visitors
            .idle(visitor.person(), visitor.brand(), draw.pick(WAYS), visitor.at(), draw)
            .arriving();
  }
}
