package io.tributary.sample.source.ads;

import io.tributary.sample.landing.Delivery;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Json;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.source.Amount;
import io.tributary.sample.source.Source;
import io.tributary.sample.world.Draw;
import io.tributary.sample.world.MediaPlan;
import io.tributary.sample.world.Scale;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Meta insights by ad and day: every number is text, a purchase is listed under several action
 * types, and purchases are still being added for 28 days.
 */
public final class MetaAds implements Source {
  private static final int DAYS_AGAIN = 28;
  private static final long AVERAGE_ORDER = 74_00;
  private static final double[] WEIGHTS = {.5, .3, .2};
  private static final List<String> SETS = List.of("prospecting", "lookalike", "retargeting");
  private static final List<String> PURCHASES =
      List.of(
          "purchase",
          "omni_purchase",
          "onsite_web_purchase",
          "offsite_conversion.fb_pixel_purchase",
          "web_in_store_purchase");

  private final Scale scale;
  private final MediaPlan plan;

  /** The insights into what is spent by this plan. */
  public MetaAds(Scale scale, MediaPlan plan) {
    this.scale = scale;
    this.plan = plan;
  }

  @Override
  public void open(Shipment shipment) {
    for (var account : AdAccount.META) {
      var file = shipment.landing("meta_ads", account.file() + ".json.gz", Frame.document("data"));
      shipment
          .delivery()
          .restated(scale.firstDay(), DAYS_AGAIN)
          .forEach(
              date -> {
                for (var day : days(account, date)) {
                  var json = record(account, day, shipment.delivery());
                  file.add(date + " " + day.ad(), json.toString());
                }
              });
    }
  }

  private List<AdDay> days(AdAccount account, LocalDate date) {
    var spending = plan.on(date, account.brand(), account.channel(), 1);
    long cost = Math.round(spending.cost() * 100);
    var draw = Draw.of(scale.seed(), "meta ads", account.brand().number(), date.toEpochDay());
    return AdDay.share(new AdDay.Total(date, cost, spending.clicks()), WEIGHTS, draw);
  }

  /** How many of the purchases are counted so many days later. */
  static long counted(AdDay day, Delivery delivery) {
    long age = ChronoUnit.DAYS.between(day.date(), delivery.date());
    double share = age >= DAYS_AGAIN ? 1 : 1 - StrictMath.exp(-(age + 1) / 5.0);
    return Math.round(day.purchases() * share);
  }

  private static Json record(AdAccount account, AdDay day, Delivery delivery) {
    long purchases = counted(day, delivery);
    long reach = Math.round(day.impressions() / 1.35);
    var campaign = account.channel().campaign(account.brand(), day.date());
    return new Json()
        .with("account_id", account.id().substring(4))
        .with("account_name", "Prism " + account.brand().title())
        .with("account_currency", account.currency())
        .with("campaign_id", "" + account.campaignId(campaign))
        .with("campaign_name", campaign)
        .with("adset_id", "" + account.objectId(10 + day.ad()))
        .with("adset_name", SETS.get(day.ad()))
        .with("ad_id", "" + account.objectId(20 + day.ad()))
        .with("ad_name", SETS.get(day.ad()) + " video")
        .with("impressions", "" + day.impressions())
        .with("reach", "" + reach)
        .with("frequency", ratio(day.impressions(), reach))
        .with("inline_link_clicks", "" + day.clicks())
        .with("spend", Amount.of(day.cost()).stripTrailingZeros().toPlainString())
        .with("actions", actions(day, purchases))
        .with("action_values", values(purchases))
        .with("date_start", day.date())
        .with("date_stop", day.date());
  }

  private static String ratio(long numerator, long denominator) {
    double value = denominator == 0 ? 0 : (double) numerator / denominator;
    return String.format(Locale.ROOT, "%.6f", value);
  }

  private static List<Json> actions(AdDay day, long purchases) {
    var actions = new ArrayList<Json>();
    actions.add(action("link_click", "" + day.clicks()));
    actions.add(action("landing_page_view", "" + Math.round(day.clicks() * .8)));
    if (purchases > 0) {
      for (var type : PURCHASES) {
        long clicked = (purchases + 1) / 2;
        actions.add(
            action(type, "" + purchases)
                .with("7d_click", "" + clicked)
                .with("1d_view", "" + (purchases - clicked)));
      }
    }
    return actions;
  }

  private static List<Json> values(long purchases) {
    if (purchases == 0) {
      return List.of();
    }
    var value = Amount.of(purchases * AVERAGE_ORDER).stripTrailingZeros().toPlainString();
    return PURCHASES.stream().map(type -> action(type, value)).toList();
  }

  private static Json action(String type, String value) {
    return new Json().with("action_type", type).with("value", value);
  }
}
