package io.tributary.sample.media;

import io.tributary.sample.world.Brand;
import io.tributary.sample.world.MarketArea;
import java.util.HashMap;
import java.util.Map;

/** By how much of their base each medium raises sales, week by week. */
public final class Response {
  private record Place(Brand brand, Medium medium, MarketArea area) {}

  /** The rise as it was, and as it would have been without any test. */
  private record Rise(double actual, double untested) {}

  private final MediaDelivery delivery;
  private final Map<Place, Map<Week, Rise>> rises = new HashMap<>();

  /** The response to what is delivered. */
  public Response(MediaDelivery delivery) {
    this.delivery = delivery;
    for (var brand : MediaDelivery.BRANDS) {
      for (var medium : Medium.values()) {
        for (var area : MarketArea.all()) {
          var place = new Place(brand, medium, area);
          rises.put(place, rises(place));
        }
      }
    }
  }

  private Map<Week, Rise> rises(Place place) {
    var effect = place.medium().effect();
    var found = new HashMap<Week, Rise>();
    double[] carried = new double[2];
    delivery
        .weeks()
        .forEach(
            week -> {
              var seen = delivery.exposure(place.brand(), place.medium(), place.area(), week);
              double planned = delivery.planned(place.brand(), place.medium(), place.area(), week);
              var unseen = new Exposure(planned, seen.audience());
              carried[0] = carried(carried[0], seen, effect);
              carried[1] = carried(carried[1], unseen, effect);
              found.put(week, new Rise(effect.rise(carried[0]), effect.rise(carried[1])));
            });
    return found;
  }

  private static double carried(double before, Exposure seen, Effect effect) {
    return before * effect.carryOver() + seen.effectivePoints(effect.mostFrequency());
  }

  /** The rise one medium brings, as a share of the base. */
  public double rise(Brand brand, Medium medium, MarketArea area, Week week) {
    var known = rises.get(new Place(brand, medium, area)).get(week);
    return known == null ? 0 : known.actual();
  }

  /** The rise it would have brought had there been no test. */
  public double untestedRise(Brand brand, Medium medium, MarketArea area, Week week) {
    var known = rises.get(new Place(brand, medium, area)).get(week);
    return known == null ? 0 : known.untested();
  }

  /** The rise all media bring together. */
  public double rise(Brand brand, MarketArea area, Week week) {
    double sum = 0;
    for (var medium : Medium.values()) {
      sum += rise(brand, medium, area, week);
    }
    return sum;
  }
}
