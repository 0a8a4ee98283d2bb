package io.tributary.sample.source.ads;

import io.tributary.sample.landing.ExportFile;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Json;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.source.Source;
import io.tributary.sample.world.Draw;
import io.tributary.sample.world.MediaPlan;
import io.tributary.sample.world.Scale;
import io.tributary.sample.world.Shoe;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Google Ads rows by ad group, device and day: money in millionths, whole numbers as text,
 * conversions in fractions.
 */
public final class GoogleAds implements Source {
  private static final int DAYS_AGAIN = 7;
  private static final List<String> GROUPS = List.of("brand", "generic", "shopping");
  private static final List<String> DEVICES = List.of("DESKTOP", "MOBILE");
  private static final double[] WEIGHTS = {.14, .31, .08, .17, .11, .19};
  private static final double[] SHOE_WEIGHTS = {.35, .65};

  private final Scale scale;
  private final MediaPlan plan;
  private final Shoe shoe;

  /** The rows of what is spent by this plan, and on one shoe. */
  public GoogleAds(Scale scale, MediaPlan plan, Shoe shoe) {
    this.scale = scale;
    this.plan = plan;
    this.shoe = shoe;
  }

  private static ExportFile file(AdAccount account, Shipment shipment) {
    return shipment.landing("google_ads", account.file() + ".json.gz", Frame.document("results"));
  }

  @Override
  public void open(Shipment shipment) {
    var delivery = shipment.delivery();
    for (var account : AdAccount.GOOGLE) {
      delivery
          .restated(scale.firstDay(), DAYS_AGAIN)
          .forEach(date -> search(account, date, file(account, shipment)));
    }
    var file = file(AdAccount.SHOE, shipment);
    delivery
        .restated(scale.firstDay(), DAYS_AGAIN)
        .filter(shoe::isAdvertised)
        .forEach(date -> advertiseShoe(date, file));
  }

  private void search(AdAccount account, LocalDate date, ExportFile file) {
    var spending = plan.on(date, account.brand(), account.channel(), 1);
    long cost = Math.round(spending.cost() * 100);
    var total = new AdDay.Total(date, cost, spending.clicks());
    var draw = Draw.of(scale.seed(), "google ads", account.brand().number(), date.toEpochDay());
    var campaign = account.channel().campaign(account.brand(), date);
    for (var day : AdDay.share(total, WEIGHTS, draw)) {
      var group = GROUPS.get(day.ad() / DEVICES.size());
      file.add(date + " " + day.ad(), record(account, campaign, group, day).toString());
    }
  }

  private void advertiseShoe(LocalDate date, ExportFile file) {
    var total = new AdDay.Total(date, shoe.adCost(date), shoe.clicks(date));
    var draw = Draw.of(scale.seed(), "shoe ads", date.toEpochDay());
    for (var day : AdDay.share(total, SHOE_WEIGHTS, draw)) {
      var json = record(AdAccount.SHOE, Shoe.CAMPAIGN, shoe.product().title(), day);
      file.add(date + " " + day.ad(), json.toString());
    }
  }

  private static Json record(AdAccount account, String campaign, String group, AdDay day) {
    var customer = "customers/" + account.id();
    long campaignId = account.campaignId(campaign);
    long groupId = account.objectId(group.length());
    var network = group.equals("brand") || group.equals("generic") ? "SEARCH" : "SEARCH_PARTNERS";
    return new Json()
        .with(
            "customer",
            new Json()
                .with("id", account.id())
                .with("currencyCode", account.currency())
                .with("timeZone", account.zone()))
        .with(
            "campaign",
            new Json()
                .with("resourceName", customer + "/campaigns/" + campaignId)
                .with("id", "" + campaignId)
                .with("name", campaign))
        .with("adGroup", new Json().with("id", "" + groupId).with("name", group))
        .with("metrics", metrics(day))
        .with(
            "segments",
            new Json()
                .with("date", day.date())
                .with("device", DEVICES.get(day.ad() % DEVICES.size()))
                .with("adNetworkType", network));
  }

  private static Json metrics(AdDay day) {
    return new Json()
        .with("impressions", "" + day.impressions())
        .with("clicks", "" + day.clicks())
        .with("costMicros", "" + day.cost() * 10_000)
        .with("conversions", BigDecimal.valueOf(day.purchases() * 83, 2))
        .with("conversionsValue", BigDecimal.valueOf(day.purchases() * 5_976, 2));
  }
}
