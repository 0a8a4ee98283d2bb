package io.tributary.sample.source.web;

import io.tributary.sample.journey.ClickOut;
import io.tributary.sample.journey.Session;
import io.tributary.sample.journey.Step;
import io.tributary.sample.landing.Json;
import io.tributary.sample.source.Amount;
import io.tributary.sample.source.Charges;
import io.tributary.sample.world.Account;
import io.tributary.sample.world.ExchangeRates;
import io.tributary.sample.world.Line;
import io.tributary.sample.world.Product;
import io.tributary.sample.world.ShopOrder;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One event as the BigQuery export of Google Analytics 4 gives it; whole numbers are text. */
final class Ga4Event {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

  private final Session session;
  private final ExchangeRates rates;

  Ga4Event(Session session, ExchangeRates rates) {
    this.session = session;
    this.rates = rates;
  }

  Json of(Step step) {
    var first = session.standing().first();
    var json =
        new Json()
            .with("event_date", DATE.format(session.localTime(step)))
            .with("event_timestamp", micros(step))
            .with("event_name", step.name())
            .with("event_params", parameters(step));
    session
        .order()
        .flatMap(order -> order.checkout().account())
        .ifPresent(box -> json.with("user_id", "" + Account.idOf(session.brand(), box)));
    json.with("user_pseudo_id", session.visitorId())
        .with(
            "user_first_touch_timestamp",
            session.standing().firstAt().toEpochSecond(ZoneOffset.UTC) + "000000")
        .with(
            "privacy_info", new Json().with("analytics_storage", "Yes").with("ads_storage", "Yes"))
        .with("device", device())
        .with("geo", geo())
        .with(
            "traffic_source",
            new Json()
                .with("name", first.campaign().orElse("(" + first.way().slug() + ")"))
                .with("medium", first.medium())
                .with("source", first.source()))
        .with("stream_id", "31" + session.brand().number() + "0457")
        .with("platform", "WEB");
    if (step.name().equals("purchase")) {
      purchase(session.order().orElseThrow(), json);
    } else {
      step.product().ifPresent(product -> json.with("items", List.of(item(product))));
    }
    return json;
  }

  private Json device() {
    var kind = session.device().kind();
    return new Json()
        .with("category", kind.category())
        .with("operating_system", kind.system())
        .with("web_info", new Json().with("browser", kind.browser()));
  }

  private String micros(Step step) {
    long key = session.device().clientId() * 31 + session.steps().indexOf(step);
    return session.at(step).toEpochSecond(ZoneOffset.UTC) + "%06d".formatted(key % 999_983);
  }

  private List<Json> parameters(Step step) {
    var parameters = new ArrayList<Json>();
    parameters.add(number("ga_session_id", session.id()));
    parameters.add(number("ga_session_number", session.standing().number()));
    boolean oldTag = session.brand().number() % 2 == 0;
    parameters.add(oldTag ? text("session_engaged", "1") : number("session_engaged", 1));
    parameters.add(text("page_location", page(step)));
    if (step.name().equals(ClickOut.STEP)) {
      parameters.add(text("retailer", ClickOut.retailer(session).slug()));
    }
    if (step.second() == 0) {
      var origin = session.origin();
      parameters.add(text("source", origin.source()));
      parameters.add(text("medium", origin.medium()));
      origin.campaign().ifPresent(campaign -> parameters.add(text("campaign", campaign)));
      origin.term().ifPresent(term -> parameters.add(text("term", term)));
    } else {
      parameters.add(number("engagement_time_msec", 900L * step.second()));
    }
    return parameters;
  }

  private String page(Step step) {
    var path =
        step.product()
            .map(product -> "/products/" + product.id())
            .orElseGet(() -> session.order().isPresent() && step.second() > 0 ? "/checkout" : "/");
    return session.brand().site() + path;
  }

  private static Json number(String key, long value) {
    return new Json().with("key", key).with("value", new Json().with("int_value", "" + value));
  }

  private static Json text(String key, String value) {
    return new Json().with("key", key).with("value", new Json().with("string_value", value));
  }

  private Json geo() {
    var home = session.person().residence().on(session.startedAt().toLocalDate());
    var country =
        switch (home.country()) {
          case "GB" -> "United Kingdom";
          case "DE" -> "Germany";
          default -> "United States";
        };
    return new Json()
        .with("country", country)
        .with("region", home.region())
        .with("city", home.city());
  }

  private void purchase(ShopOrder order, Json json) {
    var charges = new Charges(order);
    long units = order.lines().stream().mapToLong(Line::quantity).sum();
    var usd = usd(charges.total(), order.brand().currency(), order.at());
    json.with("event_value_in_usd", usd)
        .with(
            "ecommerce",
            new Json()
                .with("transaction_id", "" + order.id())
                .with("total_item_quantity", "" + units)
                .with("unique_items", "" + order.lines().size())
                .with("purchase_revenue", Amount.of(charges.total()))
                .with("purchase_revenue_in_usd", usd)
                .with("shipping_value", Amount.of(order.shipping()))
                .with("tax_value", Amount.of(charges.tax(order.subtotal()))))
        .with("items", order.lines().stream().map(this::item).toList());
  }

  private BigDecimal usd(long minorUnits, String currency, LocalDateTime at) {
    return Amount.of(Math.round(100 * rates.usd(minorUnits, currency, at.toLocalDate())));
  }

  private Json item(Product product) {
    return new Json()
        .with("item_id", product.variants().get(0).sku())
        .with("item_name", product.title())
        .with("item_category", product.type())
        .with("price", Amount.of(product.price(session.startedAt().toLocalDate())));
  }

  private Json item(Line line) {
    return new Json()
        .with("item_id", line.variant().sku())
        .with("item_name", line.product().title())
        .with("item_category", line.product().type())
        .with("price", Amount.of(line.unitPrice()))
        .with("quantity", "" + line.quantity());
  }
}
