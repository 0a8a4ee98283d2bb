package io.tributary.sample.source.ads;

import io.tributary.sample.landing.Csv;
import io.tributary.sample.landing.ExportFile;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.source.Amount;
import io.tributary.sample.source.Source;
import io.tributary.sample.world.MediaPlan;
import io.tributary.sample.world.Scale;
import io.tributary.sample.world.Shoe;
import java.time.LocalDate;
import java.util.stream.Stream;

/** What agencies charge on top of the media cost of each account and day. */
public final class AgencyFees implements Source {
  private static final Frame FRAME =
      Frame.table(
          "fee_date",
          "platform",
          "account_id",
          "brand",
          "media_cost",
          "fee_percent",
          "fee",
          "currency");

  private final Scale scale;
  private final MediaPlan plan;
  private final Shoe shoe;
  private final TikTokAds tiktok;

  /** The fees on what is spent by this plan, and on one shoe. */
  public AgencyFees(Scale scale, MediaPlan plan, Shoe shoe) {
    this.scale = scale;
    this.plan = plan;
    this.shoe = shoe;
    tiktok = new TikTokAds(scale);
  }

  @Override
  public void open(Shipment shipment) {
    var file = shipment.landing("agency_fees", "fees.csv.gz", FRAME);
    shipment
        .delivery()
        .restated(scale.firstDay(), 0)
        .forEach(
            date ->
                Stream.of(AdAccount.META, AdAccount.GOOGLE)
                    .flatMap(accounts -> accounts.stream())
                    .forEach(account -> add(account, date, planned(account, date), file)));
    shipment
        .delivery()
        .restated(scale.firstDay(), 0)
        .forEach(
            date -> {
              long shoeCost = shoe.isAdvertised(date) ? shoe.adCost(date) : 0;
              add(AdAccount.SHOE, date, shoeCost, file);
              AdAccount.TIKTOK.forEach(
                  account -> add(account, date, tiktok.cost(account, date), file));
            });
  }

  private long planned(AdAccount account, LocalDate date) {
    return Math.round(plan.on(date, account.brand(), account.channel(), 1).cost() * 100);
  }

  private static void add(AdAccount account, LocalDate date, long cost, ExportFile file) {
    if (cost == 0) {
      return;
    }
    int percent = percent(account);
    file.add(
        date + account.platform() + account.file(),
        Csv.line(
            date,
            account.platform(),
            account.id(),
            account.brand().title(),
            Amount.text(cost),
            percent,
            Amount.text(Math.round(cost * percent / 100.0)),
            account.currency()));
  }

  private static int percent(AdAccount account) {
    return switch (account.platform()) {
      case "meta" -> 10;
      case "google" -> 8;
      default -> 12;
    };
  }
}
