package io.tributary.sample.retail;

import io.tributary.sample.media.Response;
import io.tributary.sample.media.Week;
import io.tributary.sample.world.Draw;
import io.tributary.sample.world.MarketArea;
import io.tributary.sample.world.Season;
import io.tributary.sample.world.World;
import java.time.LocalDate;
import java.util.List;

/**
 * What retailers truly sell: a base that follows the season and the size of a market area, raised
 * by media, and Poisson chance.
 */
public final class RetailSales {
  private final World world;
  private final Season season;
  private final Response response;
  private final List<RetailItem> items;

  /** The sales in a world that responds to media like this. */
  public RetailSales(World world, Response response) {
    this.world = world;
    this.response = response;
    season = world.season();
    items = RetailItem.of(world.catalogue(), world.scale().seed());
  }

  /** What is sold. */
  public List<RetailItem> items() {
    return items;
  }

  /** What would be sold without media on a day, on average. */
  public double base(Retailer retailer, RetailItem item, MarketArea area, LocalDate date) {
    int day = world.scale().day(date);
    double busy = season.until(day + 1) - season.until(day);
    return item.unitsADay() * retailer.size() * area.share() * busy;
  }

  /** What is sold on a day. */
  public int units(Retailer retailer, RetailItem item, MarketArea area, LocalDate date) {
    double base = base(retailer, item, area, date);
    double mean = base * (1 + response.rise(item.product().brand(), area, Week.of(date)));
    long code = Long.parseLong(area.code());
    return Draw.of(
            world.scale().seed(),
            "retail " + retailer.slug(),
            item.product().id(),
            code,
            world.scale().day(date))
        .poisson(mean);
  }

  /** What is sold in the seven days that end on this one. */
  public long week(Retailer retailer, RetailItem item, MarketArea area, LocalDate end) {
    return end.minusDays(6)
        .datesUntil(end.plusDays(1))
        .filter(date -> !date.isBefore(world.scale().firstDay()))
        .mapToLong(date -> units(retailer, item, area, date))
        .sum();
  }
}
