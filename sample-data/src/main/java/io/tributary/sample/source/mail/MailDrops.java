package io.tributary.sample.source.mail;

import io.tributary.sample.landing.Csv;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.source.Source;
import io.tributary.sample.source.Stamp;
import io.tributary.sample.world.Brand;
import io.tributary.sample.world.Campaign;
import io.tributary.sample.world.Family;
import io.tributary.sample.world.Mailings;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Each mailing that went out: to how many, with which coupon. */
public final class MailDrops implements Source {
  private static final Frame FRAME =
      Frame.table(
          "campaign_id", "brand", "title", "utm_campaign", "sent_at", "recipients", "coupon_code");

  private final Mailings mailings;
  private final Map<LocalDate, Map<Campaign, Integer>> recipients = new HashMap<>();

  /** The drops of these mailings. */
  public MailDrops(Mailings mailings) {
    this.mailings = mailings;
  }

  @Override
  public void open(Shipment shipment) {
    recipients.put(shipment.delivery().date(), new HashMap<>());
  }

  private List<Campaign> sent(Brand brand, Shipment shipment) {
    var delivery = shipment.delivery();
    var end = delivery.date().plusDays(1).atStartOfDay();
    var begin = delivery.isHistory() ? LocalDate.EPOCH.atStartOfDay() : end.minusDays(1);
    return mailings.between(brand, begin, end);
  }

  @Override
  public void add(Family family, Shipment shipment) {
    var counts = recipients.get(shipment.delivery().date());
    for (var place : family.subscriptions()) {
      for (var campaign : sent(place.brand(), shipment)) {
        if (place.isActive(campaign.sentAt())) {
          counts.merge(campaign, 1, Integer::sum);
        }
      }
    }
  }

  @Override
  public void close(Shipment shipment) {
    var file = shipment.landing("mail_drops", "drops.csv", FRAME);
    var counts = recipients.remove(shipment.delivery().date());
    for (var brand : Brand.values()) {
      for (var campaign : sent(brand, shipment)) {
        file.add(
            campaign.sentAt() + campaign.id(),
            Csv.line(
                campaign.id(),
                brand.title(),
                campaign.title(),
                campaign.slug(),
                Stamp.utc(campaign.sentAt()),
                counts.getOrDefault(campaign, 0),
                Coupons.code(brand, 10, campaign.sentAt().toLocalDate())));
      }
    }
  }
}
