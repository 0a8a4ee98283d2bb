package io.tributary.sample.source;

import io.tributary.sample.consent.Statements;
import io.tributary.sample.feedback.Voices;
import io.tributary.sample.journey.Journeys;
import io.tributary.sample.media.MediaDelivery;
import io.tributary.sample.retail.RetailSales;
import io.tributary.sample.source.ads.AgencyFees;
import io.tributary.sample.source.ads.GoogleAds;
import io.tributary.sample.source.ads.MetaAds;
import io.tributary.sample.source.ads.TikTokAds;
import io.tributary.sample.source.connector.LandedOrders;
import io.tributary.sample.source.erp.ErpCatalogue;
import io.tributary.sample.source.erp.ErpStock;
import io.tributary.sample.source.erp.PartnerItems;
import io.tributary.sample.source.feedback.Reviews;
import io.tributary.sample.source.feedback.SocialMentions;
import io.tributary.sample.source.feedback.SupportChats;
import io.tributary.sample.source.feedback.SupportTickets;
import io.tributary.sample.source.mail.ConsentRecords;
import io.tributary.sample.source.mail.Coupons;
import io.tributary.sample.source.mail.KlaviyoEvents;
import io.tributary.sample.source.mail.KlaviyoProfiles;
import io.tributary.sample.source.mail.MailDrops;
import io.tributary.sample.source.media.GeoHoldouts;
import io.tributary.sample.source.media.MarketDelivery;
import io.tributary.sample.source.media.TvDelivery;
import io.tributary.sample.source.retail.AmazonSales;
import io.tributary.sample.source.retail.RetailPanel;
import io.tributary.sample.source.retail.TargetSales;
import io.tributary.sample.source.retail.WalmartSales;
import io.tributary.sample.source.web.AppEvents;
import io.tributary.sample.source.web.Ga4Events;
import io.tributary.sample.source.web.RetailerClicks;
import io.tributary.sample.stock.Stock;
import io.tributary.sample.world.MediaPlan;
import io.tributary.sample.world.Shoe;
import io.tributary.sample.world.World;
import java.util.List;
import java.util.stream.Stream;

/** All the tools that Prism exports from. */
public final class Sources {
  private Sources() {}

  /** The sources of a world. */
  public static List<Source> of(World world, Journeys journeys, Stock stock, RetailSales sales) {
    return Stream.of(
            shops(world),
            online(world, journeys),
            trade(world, stock, sales),
            said(world),
            mail(world, journeys))
        .flatMap(sources -> sources.stream())
        .toList();
  }

  private static List<Source> shops(World world) {
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
        new MediaSpend(world.scale(), new MediaPlan(world.scale(), world.season())));
  }

  private static List<Source> online(World world, Journeys journeys) {
    var plan = new MediaPlan(world.scale(), world.season());
    var shoe = new Shoe(world.scale(), world.catalogue());
    return List.of(
        new Ga4Events(journeys, world.rates()),
        new AppEvents(journeys),
        new RetailerClicks(journeys),
        new MetaAds(world.scale(), plan),
        new GoogleAds(world.scale(), plan, shoe),
        new TikTokAds(world.scale()),
        new AgencyFees(world.scale(), plan, shoe));
  }

  private static List<Source> trade(World world, Stock stock, RetailSales sales) {
    var scale = world.scale();
    var delivery = new MediaDelivery(scale);
    return List.of(
        new ErpCatalogue(world.catalogue()),
        new ErpStock(scale, stock),
        new PartnerItems(sales),
        new AmazonSales(scale, sales),
        new WalmartSales(scale, sales),
        new TargetSales(scale, sales),
        new RetailPanel(scale, delivery, sales),
        new TvDelivery(scale, delivery),
        new MarketDelivery(scale, delivery),
        new GeoHoldouts(scale));
  }

  private static List<Source> said(World world) {
    var voices = new Voices(world.scale());
    return List.of(
        new Reviews(voices),
        new SocialMentions(voices),
        new SupportTickets(voices),
        new SupportChats(voices));
  }

  private static List<Source> mail(World world, Journeys journeys) {
    return List.of(
        new ConsentRecords(new Statements(world.scale())),
        new Coupons(world.scale()),
        new MailDrops(world.mailings()),
        new KlaviyoProfiles(),
        new KlaviyoEvents(journeys),
        new LandedOrders());
  }
}
