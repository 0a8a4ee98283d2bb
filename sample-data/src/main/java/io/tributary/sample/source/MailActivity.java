package io.tributary.sample.source;

import io.tributary.sample.landing.Delivery;
import io.tributary.sample.landing.ExportFile;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.landing.Xml;
import io.tributary.sample.world.Brand;
import io.tributary.sample.world.Campaign;
import io.tributary.sample.world.Family;
import io.tributary.sample.world.Mailings;
import io.tributary.sample.world.Subscription;
import java.time.LocalDateTime;
import java.util.SortedMap;

/**
 * Opens and clicks by campaign and recipient, with those since the delivery before. A campaign
 * comes along while it is read, even when nobody read it that day.
 */
public final class MailActivity implements Source {
  private static final Frame FRAME = Frame.xml("campaigns", "");

  private final Mailings mailings;

  /** The activity on these mailings. */
  public MailActivity(Mailings mailings) {
    this.mailings = mailings;
  }

  private static ExportFile file(Shipment shipment) {
    return shipment.landing("mail_activity", "campaigns.xml.gz", FRAME);
  }

  @Override
  public void open(Shipment shipment) {
    var file = file(shipment);
    for (var brand : Brand.values()) {
      for (var campaign : Reading.current(brand, mailings, shipment.delivery())) {
        file.add(key(campaign, "0"), head(campaign));
        file.add(key(campaign, "2"), "</campaign>\n");
      }
    }
  }

  private static String key(Campaign campaign, String place) {
    return campaign.sentAt() + campaign.id() + place;
  }

  /** The beginning of a campaign. */
  public static String head(Campaign campaign) {
    return "<campaign id=\"%s\" title=\"%s\" brand=\"%s\" sent_at=\"%s\">\n"
        .formatted(
            campaign.id(),
            campaign.title(),
            campaign.brand().title(),
            Stamp.utc(campaign.sentAt()));
  }

  @Override
  public void add(Family family, Shipment shipment) {
    for (var place : family.subscriptions()) {
      var reading = new Reading(place, family, mailings);
      reading
          .byCampaign(shipment.delivery())
          .forEach(
              (campaign, actions) ->
                  file(shipment)
                      .add(
                          key(campaign, "1" + place.mailbox().address()),
                          record(place, campaign, actions, shipment.delivery())));
    }
  }

  private static String record(
      Subscription place,
      Campaign campaign,
      SortedMap<LocalDateTime, String> actions,
      Delivery delivery) {
    var xml = new Xml().open("recipient").attribute("email_id", MailList.memberId(place.mailbox()));
    actions.forEach(
        (at, action) -> {
          if (delivery.brings(at)) {
            xml.open("activity").element("action", action).element("timestamp", Stamp.utc(at));
            if (action.equals("click")) {
              xml.element("url", campaign.brand().site() + "/?utm_campaign=" + campaign.slug());
            }
            xml.close();
          }
        });
    return xml.close().line();
  }
}
