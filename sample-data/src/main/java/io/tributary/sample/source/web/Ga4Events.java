package io.tributary.sample.source.web;

import io.tributary.sample.journey.Journeys;
import io.tributary.sample.journey.Session;
import io.tributary.sample.landing.Delivery;
import io.tributary.sample.landing.ExportFile;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.source.Source;
import io.tributary.sample.world.Brand;
import io.tributary.sample.world.ExchangeRates;
import io.tributary.sample.world.Family;
import java.time.LocalDate;
import java.util.List;

/**
 * Web events as the BigQuery export of Google Analytics 4 gives them, one a line. Days come again
 * for three days, because events arrive late.
 */
public final class Ga4Events implements Source {
  private static final int DAYS_AGAIN = 3;

  private final Journeys journeys;
  private final ExchangeRates rates;

  /** The events of these journeys. */
  public Ga4Events(Journeys journeys, ExchangeRates rates) {
    this.journeys = journeys;
    this.rates = rates;
  }

  /** The events of a visit on a day of the property's own calendar, each with its line end. */
  public static List<String> lines(Session session, ExchangeRates rates, LocalDate day) {
    var event = new Ga4Event(session, rates);
    return session.steps().stream()
        .filter(step -> session.localTime(step).toLocalDate().equals(day))
        .map(step -> event.of(step) + "\n")
        .toList();
  }

  @Override
  public void open(Shipment shipment) {
    List.of(Brand.values()).forEach(brand -> file(brand, shipment));
  }

  private static ExportFile file(Brand brand, Shipment shipment) {
    return shipment.landing("ga4_events", brand.slug() + ".jsonl.gz", Frame.LINES);
  }

  @Override
  public void add(Family family, Shipment shipment) {
    var delivery = shipment.delivery();
    for (var session : journeys.of(family).sessions()) {
      if (!session.device().kind().isApp()) {
        var lines = lines(session, delivery);
        if (!lines.isEmpty()) {
          var key = session.startedAt() + " " + session.device().clientId();
          file(session.brand(), shipment).add(key, lines);
        }
      }
    }
  }

  private String lines(Session session, Delivery delivery) {
    var lines = new StringBuilder();
    for (var step : session.steps()) {
      var day = session.localTime(step).toLocalDate();
      if (delivery.restates(day, DAYS_AGAIN) && delivery.knows(day.plusDays(session.lateDays()))) {
        lines.append(new Ga4Event(session, rates).of(step)).append('\n');
      }
    }
    return lines.toString();
  }
}
