package io.tributary.sample.source.ads;

import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Json;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.source.Amount;
import io.tributary.sample.source.Source;
import io.tributary.sample.world.Draw;
import io.tributary.sample.world.Scale;
import java.time.LocalDate;
import java.util.List;

/**
 * TikTok's report by ad and hour, in UTC: money as text, hours without a leading zero, and a dash
 * where there is nothing to tell. The brands joined a year and a half before the last day.
 */
public final class TikTokAds implements Source {
  private static final int DAYS_AGAIN = 7;
  private static final int MONTHS = 18;
  private static final double COST_A_DAY_PER_CUSTOMER = .9;
  private static final double CLICK = 55;
  private static final double[] WEIGHTS = {.2, .3, .5};
  private static final List<Integer> HOURS = List.of(5, 12, 20);
  private static final Frame FRAME =
      new Frame("{\"code\":0,\"message\":\"OK\",\"data\":{\"list\":[\n", ",\n", "\n]}}\n");

  private final Scale scale;

  /** The report in a world of this scale. */
  public TikTokAds(Scale scale) {
    this.scale = scale;
  }

  @Override
  public void open(Shipment shipment) {
    for (var account : AdAccount.TIKTOK) {
      var file = shipment.landing("tiktok_ads", account.file() + ".json.gz", FRAME);
      shipment
          .delivery()
          .restated(firstDay(), DAYS_AGAIN)
          .forEach(
              date -> {
                for (var hour : hours(account, date)) {
                  file.add(date + " " + hour.ad(), record(account, hour).toString());
                }
              });
    }
  }

  private LocalDate firstDay() {
    var joined = scale.lastDay().minusMonths(MONTHS);
    return joined.isBefore(scale.firstDay()) ? scale.firstDay() : joined;
  }

  private List<AdDay> hours(AdAccount account, LocalDate date) {
    var draw = total(account, date);
    double cost = scale.customers() * COST_A_DAY_PER_CUSTOMER * draw.gamma(8, 1);
    var total = new AdDay.Total(date, Math.round(cost), Math.round(cost / CLICK));
    return AdDay.share(total, WEIGHTS, draw);
  }

  private Draw total(AdAccount account, LocalDate date) {
    return Draw.of(scale.seed(), "tiktok", account.brand().number(), date.toEpochDay());
  }

  /** What an account spends on a day, in cents. */
  long cost(AdAccount account, LocalDate date) {
    return date.isBefore(firstDay())
        ? 0
        : hours(account, date).stream().mapToLong(AdDay::cost).sum();
  }

  private static Json record(AdAccount account, AdDay hour) {
    return new Json()
        .with(
            "dimensions",
            new Json()
                .with("ad_id", "17" + account.objectId(31))
                .with("stat_time_hour", hour.date() + " " + HOURS.get(hour.ad()) + ":00:00"))
        .with("metrics", metrics(account, hour));
  }

  private static Json metrics(AdAccount account, AdDay hour) {
    boolean sold = hour.purchases() > 0;
    return new Json()
        .with("advertiser_id", account.id())
        .with("campaign_name", account.brand().slug() + "-tiktok-spark")
        .with("currency", account.currency())
        .with("spend", Amount.text(hour.cost()))
        .with("impressions", "" + hour.impressions())
        .with("clicks", "" + hour.clicks())
        .with("reach", "" + Math.round(hour.impressions() / 1.2))
        .with("conversion", "" + hour.purchases())
        .with("real_time_conversion", "" + hour.purchases())
        .with("result", "" + hour.clicks())
        .with("total_purchase_value", Amount.text(hour.value(38_00)))
        .with("cost_per_conversion", sold ? Amount.text(hour.cost() / hour.purchases()) : "-")
        .with("secondary_goal_result", "-");
  }
}
