package io.tributary.sample.source.web;

import io.tributary.sample.journey.ClickOut;
import io.tributary.sample.journey.Journeys;
import io.tributary.sample.journey.Session;
import io.tributary.sample.journey.Step;
import io.tributary.sample.landing.Csv;
import io.tributary.sample.landing.ExportFile;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.source.Source;
import io.tributary.sample.source.Stamp;
import io.tributary.sample.world.Family;
import io.tributary.sample.world.MarketArea;

/** Clicks on "find a retailer" as the maker of that widget reports them. */
public final class RetailerClicks implements Source {
  private static final Frame FRAME =
      Frame.table(
          "click_id", "clicked_at", "site", "sku", "seller", "dma", "client_id", "session_id");

  private final Journeys journeys;

  /** The clicks of these journeys. */
  public RetailerClicks(Journeys journeys) {
    this.journeys = journeys;
  }

  @Override
  public void open(Shipment shipment) {
    file(shipment);
  }

  private static ExportFile file(Shipment shipment) {
    return shipment.landing("retailer_clicks", "clicks.csv.gz", FRAME);
  }

  @Override
  public void add(Family family, Shipment shipment) {
    for (var session : journeys.of(family).sessions()) {
      for (var step : session.steps()) {
        boolean out = step.name().equals(ClickOut.STEP);
        if (out && shipment.delivery().brings(session.at(step))) {
          file(shipment).add(session.at(step) + session.visitorId(), record(session, step));
        }
      }
    }
  }

  private static String record(Session session, Step step) {
    var home = session.person().residence().on(session.startedAt().toLocalDate());
    return Csv.line(
        "W" + session.id() + "-" + session.device().clientId() % 1_000_000,
        Stamp.utc(session.at(step)),
        session.brand().site(),
        step.product().map(product -> product.variants().get(0).sku()),
        ClickOut.retailer(session).slug(),
        MarketArea.of(home).map(MarketArea::code),
        session.visitorId(),
        session.id());
  }
}
