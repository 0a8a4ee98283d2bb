package io.tributary.sample.source.mail;

import io.tributary.sample.journey.Journeys;
import io.tributary.sample.journey.Session;
import io.tributary.sample.journey.Step;
import io.tributary.sample.landing.ExportFile;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Json;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.source.Amount;
import io.tributary.sample.source.Charges;
import io.tributary.sample.source.Source;
import io.tributary.sample.source.Stamp;
import io.tributary.sample.world.Account;
import io.tributary.sample.world.Draw;
import io.tributary.sample.world.Family;
import io.tributary.sample.world.ShopOrder;
import java.time.ZoneOffset;
import java.util.UUID;

/** What Beauty's customers did, as Klaviyo's JSON:API gives it; the metrics' names are aside. */
public final class KlaviyoEvents implements Source {
  private final Journeys journeys;

  /** The events of these journeys. */
  public KlaviyoEvents(Journeys journeys) {
    this.journeys = journeys;
  }

  @Override
  public void open(Shipment shipment) {
    file(shipment);
    var metrics = shipment.landing("klaviyo_metrics", "metrics.json", Frame.document("data"));
    metrics.add("1", metric("RZb3cT", "Started Checkout").toString());
    metrics.add("2", metric("VWkq8N", "Placed Order").toString());
  }

  private static Json metric(String id, String name) {
    var attributes =
        new Json().with("name", name).with("integration", new Json().with("name", "Shopify"));
    return new Json().with("type", "metric").with("id", id).with("attributes", attributes);
  }

  private static ExportFile file(Shipment shipment) {
    var name = KlaviyoProfiles.BRAND.slug() + ".json.gz";
    return shipment.landing("klaviyo_events", name, Frame.document("data"));
  }

  @Override
  public void add(Family family, Shipment shipment) {
    for (var session : journeys.of(family).sessions()) {
      session
          .order()
          .filter(order -> order.brand() == KlaviyoProfiles.BRAND)
          .filter(order -> order.checkout().account().isPresent())
          .ifPresent(order -> add(session, order, family, shipment));
    }
  }

  private static void add(Session session, ShopOrder order, Family family, Shipment shipment) {
    var mailbox = order.checkout().account().orElseThrow();
    var profile =
        family.accounts().stream()
            .filter(account -> account.id() == Account.idOf(order.brand(), mailbox))
            .findFirst()
            .map(KlaviyoProfiles::id)
            .orElseThrow();
    for (var step : session.steps()) {
      boolean checkout = step.name().equals("begin_checkout");
      if (checkout || step.name().equals("purchase")) {
        if (shipment.delivery().brings(session.at(step))) {
          var json = record(session, step, order, profile);
          file(shipment).add(session.at(step) + profile, json.toString());
        }
      }
    }
  }

  private static Json record(Session session, Step step, ShopOrder order, String profile) {
    boolean placed = step.name().equals("purchase");
    var draw = Draw.of(order.id(), step.name());
    var uuid = new UUID(draw.bits(), draw.bits());
    var total = Amount.of(new Charges(order).total());
    var properties =
        new Json()
            .with("$value", placed ? total.toPlainString() : total)
            .with("$currency_code", order.brand().currency())
            .with("$event_id", "" + order.id())
            .with("ItemCount", order.lines().size());
    var at = session.at(step);
    var attributes =
        new Json()
            .with("timestamp", at.toEpochSecond(ZoneOffset.UTC))
            .with("event_properties", properties)
            .with("datetime", Stamp.utc(at))
            .with("uuid", uuid);
    return new Json()
        .with("type", "event")
        .with("id", Long.toString(uuid.getMostSignificantBits() >>> 1, 36))
        .with("attributes", attributes)
        .with(
            "relationships",
            new Json()
                .with("profile", data("profile", profile))
                .with("metric", data("metric", placed ? "VWkq8N" : "RZb3cT")));
  }

  private static Json data(String type, String id) {
    return new Json().with("data", new Json().with("type", type).with("id", id));
  }
}
