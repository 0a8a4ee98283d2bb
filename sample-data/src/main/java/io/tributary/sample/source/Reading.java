package io.tributary.sample.source;

import io.tributary.sample.landing.Delivery;
import io.tributary.sample.world.Brand;
import io.tributary.sample.world.Campaign;
import io.tributary.sample.world.Family;
import io.tributary.sample.world.IdleReading;
import io.tributary.sample.world.Mailings;
import io.tributary.sample.world.Subscription;
import io.tributary.sample.world.Visit;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How someone on a list reads its mailings: opens and idle clicks by chance, and the clicks behind
 * orders.
 */
final class Reading {
  private static final int READ_FOR_DAYS = 5;

  private final Subscription place;
  private final Family family;
  private final Mailings mailings;

  Reading(Subscription place, Family family, Mailings mailings) {
    this.place = place;
    this.family = family;
    this.mailings = mailings;
  }

  /** The actions of each campaign that has any in this delivery. */
  Map<Campaign, SortedMap<LocalDateTime, String>> byCampaign(Delivery delivery) {
    var actions = new LinkedHashMap<Campaign, SortedMap<LocalDateTime, String>>();
    for (var campaign : current(place.brand(), mailings, delivery)) {
      var own = IdleReading.of(place, campaign);
      if (!own.isEmpty()) {
        actions.put(campaign, own);
      }
    }
    for (var life : family.lives()) {
      if (life.ties().subscriptions().stream().anyMatch(place::isSameAs)) {
        life.orders().stream()
            .filter(order -> order.brand() == place.brand())
            .flatMap(order -> order.visit().click().stream())
            .forEach(click -> add(click, actions));
      }
    }
    actions.values().removeIf(times -> times.keySet().stream().noneMatch(delivery::brings));
    return actions;
  }

  /** The mailings that are still read in a delivery's time. */
  static List<Campaign> current(Brand brand, Mailings mailings, Delivery delivery) {
    var end = delivery.date().plusDays(1).atStartOfDay();
    var begin =
        delivery.isHistory() ? LocalDate.EPOCH.atStartOfDay() : end.minusDays(READ_FOR_DAYS + 1L);
    return mailings.between(brand, begin, end);
  }

  private static void add(
      Visit.Click click, Map<Campaign, SortedMap<LocalDateTime, String>> actions) {
    var own = actions.computeIfAbsent(click.campaign(), campaign -> new TreeMap<>());
    own.put(click.at().minusSeconds(20), "open");
    own.put(click.at(), "click");
  }
}
