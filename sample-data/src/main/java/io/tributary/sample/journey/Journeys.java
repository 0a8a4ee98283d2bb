package io.tributary.sample.journey;

import io.tributary.sample.world.Brand;
import io.tributary.sample.world.Draw;
import io.tributary.sample.world.Family;
import io.tributary.sample.world.IdleReading;
import io.tributary.sample.world.Life;
import io.tributary.sample.world.Moment;
import io.tributary.sample.world.ShopOrder;
import io.tributary.sample.world.Subscription;
import io.tributary.sample.world.World;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * Works out how families came to their orders, and their visits without one.
 *
 * <p>Each order has one reason at most, drawn independently of all else: a visit some days before,
 * or the last one. What a way causes is exactly the orders it is the reason of, because a Poisson
 * process of orders that is coloured at random falls into independent processes, of which each may
 * be taken away without touching the others (Kingman, Poisson Processes, 1993, section 5.1).
 */
public final class Journeys {
  private static final double RETARGETED = .14;
  private static final double RESEARCHED = .18;
  private static final int MOST_DAYS = 28;
  private static final int IDLE_DAYS = 150;
  private static final double ONLY_LOOKING = 3;

  private final World world;
  private final Visitors visitors;
  private long household = -1;
  private Browsing browsing;

  /** The journeys of a world's families. */
  public Journeys(World world) {
    this.world = world;
    visitors = new Visitors(world);
  }

  /** The visits and causes of a family; those of the family asked for last are kept. */
  public Browsing of(Family asked) {
    if (asked.household().number() != household) {
      browsing = make(asked);
      household = asked.household().number();
    }
    return browsing;
  }

  private Browsing make(Family asked) {
    var sessions = new ArrayList<Session>();
    var causes = new ArrayList<Cause>();
    for (var life : asked.lives()) {
      for (var order : life.orders()) {
        if (order.isPlacedOnline()) {
          causes.add(journey(order, sessions));
        }
      }
      if (!life.person().buys()) {
        lookAround(life, sessions);
      }
    }
    asked.subscriptions().forEach(place -> readMail(place, sessions));
    sessions.removeIf(session -> session.startedAt().isBefore(begin()));
    sessions.sort(
        Comparator.comparing(Session::startedAt)
            .thenComparing(session -> session.person().number()));
    return new Browsing(numbered(sessions), causes);
  }

  private LocalDateTime begin() {
    return world.scale().firstDay().atStartOfDay().plusDays(1);
  }

  private Cause journey(ShopOrder order, List<Session> sessions) {
    var draw = Draw.of(world.scale().seed(), "journey", order.buyer().number(), order.number());
    var last = visitors.ordering(order, draw);
    sessions.add(last);
    var cause = Reasons.of(order, last.origin().way(), draw);
    var at = last.startedAt();
    cause
        .reason()
        .filter(way -> way != last.origin().way())
        .ifPresent(
            way -> {
              double days = Math.min(MOST_DAYS, .1 + way.meanDays() * draw.exponential());
              sessions.add(visitors.idle(order, way, before(at, days), draw));
            });
    if (draw.chance(RETARGETED)) {
      sessions.add(visitors.idle(order, Way.DISPLAY, before(at, 5 * draw.uniform()), draw));
    }
    if (draw.chance(RESEARCHED)) {
      double days = 1 + 9 * draw.uniform();
      sessions.add(visitors.idle(order, Way.ORGANIC_SEARCH, before(at, days), draw));
    }
    wander(order, at, sessions, draw);
    return cause;
  }

  private static LocalDateTime before(LocalDateTime at, double days) {
    return at.minusSeconds(600 + (long) (days * 86_400));
  }

  /** Visits that lead nowhere, in proportion to how often someone buys. */
  private void wander(ShopOrder order, LocalDateTime at, List<Session> sessions, Draw draw) {
    for (var way : Way.values()) {
      int visits = draw.poisson(way.idleVisits());
      for (int i = 0; i < visits; i++) {
        double days = IDLE_DAYS * (2 * draw.uniform() - 1);
        sessions.add(visitors.idle(order, way, before(at, days), draw));
      }
    }
    if (visitors.usesApp(order) && draw.chance(.5)) {
      sessions.add(visitors.opening(order, before(at, 30 * draw.uniform()), draw));
    }
  }

  private void readMail(Subscription place, List<Session> sessions) {
    var end = world.scale().lastDay().plusDays(1).atStartOfDay();
    for (var campaign : world.mailings().between(place.brand(), place.signedUpAt(), end)) {
      IdleReading.of(place, campaign)
          .forEach(
              (at, action) -> {
                if (action.equals("click")) {
                  sessions.add(visitors.mailed(place.person(), campaign, at));
                }
              });
    }
  }

  /** The visits of someone who never buys. */
  private void lookAround(Life life, List<Session> sessions) {
    var person = life.person();
    var draw = Draw.of(world.scale().seed(), "looking", person.number());
    int visits = draw.poisson(ONLY_LOOKING);
    for (int i = 0; i < visits; i++) {
      Brand brand = person.taste().favourite();
      int day = person.habit().firstDay() + draw.between(0, 365);
      var at = world.scale().date(day).atStartOfDay().plusSeconds(draw.between(20_000, 80_000));
      var way = draw.pick(List.of(Way.PAID_SOCIAL, Way.VIDEO, Way.ORGANIC_SEARCH, Way.DIRECT));
      sessions.add(visitors.idle(person, brand, way, Moment.utc(at, brand.zone()), draw));
    }
  }

  private static List<Session> numbered(List<Session> sessions) {
    var known = new HashMap<Device, Session.Standing>();
    return sessions.stream()
        .map(
            session ->
                session.with(
                    known.merge(
                        session.device(), session.standing(), (before, first) -> before.next())))
        .toList();
  }
}
