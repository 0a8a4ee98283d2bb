package io.tributary.sample.source;

import io.tributary.sample.journey.Journeys;
import io.tributary.sample.source.ads.AgencyFees;
import io.tributary.sample.source.ads.GoogleAds;
import io.tributary.sample.source.ads.MetaAds;
import io.tributary.sample.source.ads.TikTokAds;
import io.tributary.sample.source.erp.ErpCatalogue;
import io.tributary.sample.source.erp.ErpStock;
import io.tributary.sample.source.web.AppEvents;
import io.tributary.sample.source.web.Ga4Events;
import io.tributary.sample.stock.Stock;
import io.tributary.sample.world.MediaPlan;
import io.tributary.sample.world.Shoe;
import io.tributary.sample.world.World;
import java.util.List;

/** All the tools that Prism exports from. */
public final class Sources {
  private Sources() {}

  /** The sources of a world. */
  public static List<Source> of(World world, Journeys journeys, Stock stock) {
    var plan = new MediaPlan(world.scale(), world.season());
    var shoe = new Shoe(world.scale(), world.catalogue());
    return List.of(
        new ShopOrders(),
        new ShopCustomers(),
        new ShopProducts(world.catalogue()),
        new ShopRefunds(),
        new TillTransactions(),
        new CrmMembers(),
        new MailList(),
        new MailActivity(world.mailings()),
        new ExchangeRateTable(world.rates(), world.scale()),
        new MediaSpend(world.scale(), plan),
        new Ga4Events(journeys, world.rates()),
        new AppEvents(journeys),
        new MetaAds(world.scale(), plan),
        new GoogleAds(world.scale(), plan, shoe),
        new TikTokAds(world.scale()),
        new AgencyFees(world.scale(), plan, shoe),
        new ErpCatalogue(world.catalogue()),
        new ErpStock(world.scale(), stock));
  }
}
