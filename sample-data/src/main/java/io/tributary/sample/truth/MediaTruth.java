package io.tributary.sample.truth;

import io.tributary.sample.landing.Csv;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.media.Holdout;
import io.tributary.sample.media.MediaDelivery;
import io.tributary.sample.media.Medium;
import io.tributary.sample.media.Response;
import io.tributary.sample.media.Week;
import io.tributary.sample.retail.RetailSales;
import io.tributary.sample.retail.Retailer;
import io.tributary.sample.source.Source;
import io.tributary.sample.world.Brand;
import io.tributary.sample.world.MarketArea;
import io.tributary.sample.world.Scale;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** How media work, what they sold at retailers week by week, and what the tests really showed. */
public final class MediaTruth implements Source {
  private final Scale scale;
  private final MediaDelivery delivery;
  private final Response response;
  private final RetailSales sales;

  /** The truth about this delivery and these sales. */
  public MediaTruth(Scale scale, MediaDelivery delivery, Response response, RetailSales sales) {
    this.scale = scale;
    this.delivery = delivery;
    this.response = response;
    this.sales = sales;
  }

  @Override
  public void open(Shipment shipment) {
    curves(shipment);
    effects(shipment);
    tests(shipment);
  }

  private static void curves(Shipment shipment) {
    var file =
        shipment.truth(
            "media_curves.csv",
            Frame.table(
                "channel",
                "most_rise",
                "carry_over",
                "half_at_points",
                "slope",
                "most_frequency",
                "cost_per_thousand_usd"));
    for (var medium : Medium.values()) {
      var effect = medium.effect();
      file.add(
          medium.slug(),
          Csv.line(
              medium.slug(),
              effect.most(),
              effect.carryOver(),
              effect.halfAt(),
              effect.slope(),
              effect.mostFrequency(),
              medium.costAThousand()));
    }
  }

  /** What a base of sales comes to, in units and dollars. */
  private record Base(double units, double usd) {
    Base plus(double moreUnits, double price) {
      return new Base(units + moreUnits, usd + moreUnits * price);
    }

    Base plus(Base other, double share) {
      return new Base(units + other.units * share, usd + other.usd * share);
    }
  }

  private Base base(Brand brand, MarketArea area, Week week) {
    var base = new Base(0, 0);
    List<LocalDate> days =
        week.begin()
            .datesUntil(week.end().plusDays(1))
            .filter(day -> !day.isBefore(scale.firstDay()) && !day.isAfter(scale.lastDay()))
            .toList();
    for (var item : sales.items()) {
      if (item.product().brand() == brand) {
        for (var day : days) {
          for (var retailer : Retailer.values()) {
            base = base.plus(sales.base(retailer, item, area, day), item.price() / 100.0);
          }
        }
      }
    }
    return base;
  }

  private void effects(Shipment shipment) {
    var file =
        shipment.truth(
            "media_effects.csv",
            Frame.table(
                "week_start", "brand", "channel", "incremental_units", "incremental_sales_usd"));
    delivery
        .weeks()
        .forEach(
            week -> {
              for (var brand : MediaDelivery.BRANDS) {
                var bases = MarketArea.all().stream().map(area -> base(brand, area, week)).toList();
                double units = bases.stream().mapToDouble(Base::units).sum();
                double usd = bases.stream().mapToDouble(Base::usd).sum();
                file.add(
                    week.begin() + brand.slug() + "base", line(week, brand, "base", units, usd));
                for (var medium : Medium.values()) {
                  var sum = new Base(0, 0);
                  for (int i = 0; i < bases.size(); i++) {
                    var area = MarketArea.all().get(i);
                    double rise = response.rise(brand, medium, area, week);
                    sum = sum.plus(bases.get(i), rise);
                  }
                  file.add(
                      week.begin() + brand.slug() + medium.slug(),
                      line(week, brand, medium.slug(), sum.units(), sum.usd()));
                }
              }
            });
  }

  private static String line(Week week, Brand brand, String channel, double units, double usd) {
    return Csv.line(week.begin(), brand.slug(), channel, decimals(units), decimals(usd));
  }

  private void tests(Shipment shipment) {
    var file =
        shipment.truth(
            "geo_tests.csv",
            Frame.table(
                "test_id",
                "brand",
                "channel",
                "starts_on",
                "ends_on",
                "expected_units",
                "units_without_test",
                "lift_units",
                "lift_percent",
                "lift_sales_usd"));
    delivery.holdouts().forEach(test -> file.add(test.id(), line(test)));
  }

  private String line(Holdout test) {
    var with = new Base(0, 0);
    var lost = new Base(0, 0);
    for (int number = test.from().number(); number <= test.to().number(); number++) {
      var week = new Week(number);
      for (var area : MarketArea.all()) {
        if (test.areas().contains(area.code())) {
          var base = base(test.brand(), area, week);
          double actual = response.rise(test.brand(), test.medium(), area, week);
          double untested = response.untestedRise(test.brand(), test.medium(), area, week);
          with = with.plus(base, 1 + response.rise(test.brand(), area, week));
          lost = lost.plus(base, untested - actual);
        }
      }
    }
    return Csv.line(
        test.id(),
        test.brand().slug(),
        test.medium().slug(),
        test.from().begin(),
        test.to().end(),
        decimals(with.units()),
        decimals(with.units() + lost.units()),
        decimals(lost.units()),
        decimals(100 * lost.units() / with.units()),
        decimals(lost.usd()));
  }

  private static String decimals(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
