package io.tributary.sample.source.web;

import io.tributary.sample.journey.Journeys;
import io.tributary.sample.journey.Session;
import io.tributary.sample.journey.Step;
import io.tributary.sample.landing.Csv;
import io.tributary.sample.landing.Delivery;
import io.tributary.sample.landing.ExportFile;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.source.Amount;
import io.tributary.sample.source.Charges;
import io.tributary.sample.source.Source;
import io.tributary.sample.world.Account;
import io.tributary.sample.world.Family;
import io.tributary.sample.world.Product;
import io.tributary.sample.world.ShopOrder;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * App events as a table exported from Firebase, each as it arrives: a telephone without a network
 * hands its events in up to three days late.
 */
public final class AppEvents implements Source {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

  /** The table around the events. */
  public static final Frame FRAME =
      Frame.table(
          "event_date",
          "event_timestamp",
          "event_name",
          "user_pseudo_id",
          "user_id",
          "app_id",
          "platform",
          "app_version",
          "country",
          "ga_session_id",
          "ga_session_number",
          "firebase_screen",
          "source",
          "medium",
          "campaign",
          "item_id",
          "transaction_id",
          "value",
          "currency");

  private final Journeys journeys;

  /** The events of these journeys. */
  public AppEvents(Journeys journeys) {
    this.journeys = journeys;
  }

  /** The events of a visit, each with its line end. */
  public static List<String> lines(Session session) {
    return session.steps().stream().map(step -> record(session, step)).toList();
  }

  @Override
  public void open(Shipment shipment) {
    file(shipment);
  }

  private static ExportFile file(Shipment shipment) {
    return shipment.landing("app_events", "events.csv.gz", FRAME);
  }

  @Override
  public void add(Family family, Shipment shipment) {
    for (var session : journeys.of(family).sessions()) {
      if (session.device().kind().isApp()) {
        var lines = lines(session, shipment.delivery());
        if (!lines.isEmpty()) {
          var key = session.startedAt() + " " + session.device().installationId();
          file(shipment).add(key, lines);
        }
      }
    }
  }

  private static String lines(Session session, Delivery delivery) {
    var lines = new StringBuilder();
    for (var step : session.steps()) {
      var day = session.localTime(step).toLocalDate();
      if (delivery.brings(day.plusDays(session.lateDays()))) {
        lines.append(record(session, step));
      }
    }
    return lines.toString();
  }

  private static String record(Session session, Step step) {
    var device = session.device();
    var origin = session.origin();
    var bought = session.order().filter(order -> step.name().equals("purchase"));
    return Csv.line(
        DATE.format(session.localTime(step)),
        session.at(step).toEpochSecond(ZoneOffset.UTC)
            + "%06d".formatted(1 + session.steps().indexOf(step)),
        step.name().equals("page_view") ? "screen_view" : step.name(),
        device.installationId(),
        session
            .order()
            .flatMap(order -> order.checkout().account())
            .map(box -> Account.idOf(session.brand(), box)),
        "com.prism." + session.brand().slug(),
        device.kind().name(),
        version(session),
        session.person().residence().on(session.startedAt().toLocalDate()).country(),
        session.id(),
        session.standing().number(),
        screen(step),
        origin.source(),
        origin.medium(),
        origin.campaign(),
        step.product().map(AppEvents::sku),
        bought.map(ShopOrder::id),
        bought.map(order -> Amount.text(new Charges(order).total())),
        bought.map(order -> order.brand().currency()));
  }

  private static String sku(Product product) {
    return product.variants().get(0).sku();
  }

  private static String version(Session session) {
    int quarter = (session.startedAt().getMonthValue() - 1) / 3;
    return (session.startedAt().getYear() - 2020) + "." + quarter;
  }

  private static Optional<String> screen(Step step) {
    return switch (step.name()) {
      case "page_view" -> Optional.of("home");
      case "view_item", "add_to_cart" -> Optional.of("product");
      case "begin_checkout", "purchase" -> Optional.of("checkout");
      default -> Optional.empty();
    };
  }
}
