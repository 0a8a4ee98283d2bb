package io.tributary.sample.day;

import io.tributary.sample.journey.Session;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.StreamedFile;
import io.tributary.sample.landing.Xml;
import io.tributary.sample.source.MailActivity;
import io.tributary.sample.source.MailList;
import io.tributary.sample.source.Stamp;
import io.tributary.sample.source.web.AppEvents;
import io.tributary.sample.world.Brand;
import io.tributary.sample.world.Campaign;
import io.tributary.sample.world.Rush;
import io.tributary.sample.world.ShopOrder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The files of a heavy day, all open at once. */
final class DayFiles implements Closeable {
  private final Map<Brand, StreamedFile> web = new EnumMap<>(Brand.class);
  private final Map<Brand, StreamedFile> shop = new EnumMap<>(Brand.class);
  private final StreamedFile app;
  private final StreamedFile mail;
  private final Campaign campaign;
  private long events;
  private long orders;

  DayFiles(Path landing, LocalDate date, Campaign campaign) {
    this.campaign = campaign;
    var day = date.toString();
    for (var brand : Brand.values()) {
      var ga4 = landing.resolve("ga4_events").resolve(day);
      web.put(brand, new StreamedFile(ga4.resolve(brand.slug() + ".jsonl.gz"), Frame.LINES));
      var rest = landing.resolve("shop_orders").resolve(day);
      var document = Frame.document("orders");
      shop.put(brand, new StreamedFile(rest.resolve(brand.slug() + ".json.gz"), document));
    }
    var events = landing.resolve("app_events").resolve(day).resolve("events.csv.gz");
    app = new StreamedFile(events, AppEvents.FRAME);
    var campaigns = landing.resolve("mail_activity").resolve(day).resolve("campaigns.xml.gz");
    var frame = Frame.xml("campaigns", "");
    mail =
        new StreamedFile(
            campaigns,
            new Frame(
                frame.head() + MailActivity.head(campaign), "", "</campaign>\n" + frame.tail()));
  }

  long events() {
    return events;
  }

  long orders() {
    return orders;
  }

  void session(Session session, List<String> lines) {
    var file = session.device().kind().isApp() ? app : web.get(session.brand());
    lines.forEach(file::add);
    events += lines.size();
  }

  void order(ShopOrder order, String document) {
    shop.get(order.brand()).add(document);
    orders++;
  }

  void mail(Rush.Visitor visitor, boolean clicked) {
    var id = MailList.memberId(visitor.person().contact().main());
    var xml = new Xml().open("recipient").attribute("email_id", id);
    activity(xml, "open", visitor).close();
    events++;
    if (clicked) {
      var url = campaign.brand().site() + "/?utm_campaign=" + campaign.slug();
      activity(xml, "click", visitor).element("url", url).close();
      events++;
    }
    mail.add(xml.close().line());
  }

  private static Xml activity(Xml xml, String action, Rush.Visitor visitor) {
    return xml.open("activity")
        .element("action", action)
        .element("timestamp", Stamp.utc(visitor.at().minusMinutes(5)));
  }

  @Override
  public void close() throws IOException {
    for (var file : web.values()) {
      file.close();
    }
    for (var file : shop.values()) {
      file.close();
    }
    app.close();
    mail.close();
  }
}
