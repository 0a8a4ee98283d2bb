package io.tributary.silver;

import io.tributary.bronze.source.Source;
import io.tributary.lake.Step;
import io.tributary.lake.Table;
import io.tributary.silver.identity.Identity;
import io.tributary.silver.identity.IdentityReports;
import io.tributary.silver.identity.ReviewDecisions;
import io.tributary.silver.identity.match.MatchSpec;
import io.tributary.silver.typing.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The second layer's table of contents: what each table is made of, in order. Every source is first
 * admitted, once; then the tables take what it admits.
 */
public final class Silver {
  private final Settings settings;
  private final Admissions admissions;
  private final FedSteps fed;

  /**
   * The conventions silver works by.
   *
   * @param matching how people are recognised whom no identifier gives away; null when they are not
   */
  public record Settings(
      Business business, KeyedHash hash, int sharedIdentifierLimit, MatchSpec matching) {
    PhoneNumbers numbers() {
      return PhoneNumbers.of(matching);
    }
  }

  private Silver(List<Source> sources, Settings settings) {
    this.settings = settings;
    sources.forEach(Mappings::check);
    this.admissions = new Admissions(sources, new Currencies(settings.business().currency()));
    this.fed = new FedSteps(sources, settings, admissions);
  }

  /** The steps of one run, in an order in which none waits for a later one. */
  public static List<Step> steps(List<Source> sources, Settings settings) {
    return new Silver(sources, settings).steps();
  }

  private List<Step> steps() {
    Business business = settings.business();
    KeyedHash hash = settings.hash();
    PhoneNumbers numbers = settings.numbers();
    List<Step> steps = new ArrayList<>(admissions.ofRates());
    steps.add(fed.plain(ExchangeRates.TABLE, ExchangeRates.MAPPING, ExchangeRates::of));
    steps.addAll(admissions.ofOthers());
    steps.add(admissions.quarantine());
    steps.add(fed.profiles(CustomerRecord.TABLE, rows -> CustomerRecord.of(rows, hash, numbers)));
    steps.add(fed.profiles(ContactPoints.TABLE, rows -> ContactPoints.of(rows, numbers)));
    steps.add(fed.plain(Products.TABLE, Products.MAPPING, Products::of));
    steps.add(fed.plain(PartnerItems.TABLE, PartnerItems.MAPPING, PartnerItems::of));
    steps.add(fed.plain(GeoTests.TABLE, GeoTests.MAPPING, GeoTests::of));
    steps.add(fed.plain(Coupons.TABLE, Coupons.MAPPING, Coupons::of));
    steps.add(fed.plain(MailDrops.TABLE, MailDrops.MAPPING, MailDrops::of));
    steps.add(fed.plain(Consent.TABLE, Consent.MAPPING, rows -> Consent.of(rows, hash)));
    Facts facts = new Facts(business);
    steps.addAll(sales(facts));
    steps.add(feedback(facts));
    steps.addAll(media(facts));
    steps.add(ReviewDecisions.step());
    steps.add(Identity.step(hash, settings.sharedIdentifierLimit(), settings.matching()));
    steps.addAll(IdentityReports.steps(hash, settings.matching()));
    return steps;
  }

  private List<Step> sales(Facts facts) {
    Business business = settings.business();
    List<Step> steps = new ArrayList<>();
    steps.add(fed.of(Touchpoints.TABLE, Touchpoints.MAPPING, facts::touchpoints));
    steps.add(fed.of(Orders.TABLE, Orders.MAPPING, facts::orders));
    steps.add(
        fed.priced(
            facts,
            OrderLines.MAPPING,
            new Facts.Priced(
                OrderLines.TABLE,
                Orders.ORDER_DATE,
                (rows, conversion) -> OrderLines.of(rows, business, conversion),
                OrderLines::convert)));
    steps.add(
        fed.of(Returns.TABLE, Returns.MAPPING, facts::returns)
            .reading(fed.withBronze(Returns.MAPPING, ExchangeRates.TABLE, Orders.TABLE)));
    steps.add(
        fed.priced(
            facts,
            CouponRedemptions.MAPPING,
            new Facts.Priced(
                CouponRedemptions.TABLE,
                CouponRedemptions.REDEEMED_DATE,
                (rows, conversion) -> CouponRedemptions.of(rows, business, conversion),
                CouponRedemptions::convert)));
    return steps;
  }

  private Step feedback(Facts facts) {
    List<String> byOrder =
        fed.feeding(Feedback.MAPPING).stream()
            .filter(Feedback::isByOrder)
            .map(Source::name)
            .toList();
    return fed.of(
            Feedback.TABLE,
            Feedback.MAPPING,
            (lake, arrivals) -> facts.feedback(lake, arrivals, byOrder))
        .reading(fed.withBronze(Feedback.MAPPING, ExchangeRates.TABLE, Orders.TABLE));
  }

  private List<Step> media(Facts facts) {
    List<Step> steps = new ArrayList<>();
    steps.add(
        fed.priced(
            facts,
            AdSpend.MAPPING,
            new Facts.Priced(AdSpend.TABLE, AdSpend.SPEND_DATE, AdSpend::of, AdSpend::convert)));
    steps.add(
        fed.priced(
            facts,
            MediaDelivery.MAPPING,
            new Facts.Priced(
                MediaDelivery.TABLE,
                RetailCalendar.WEEK_END,
                MediaDelivery::of,
                MediaDelivery::convert)));
    steps.add(
        fed.priced(
            facts,
            Inventory.MAPPING,
            new Facts.Priced(
                Inventory.TABLE, Inventory.STOCK_DATE, Inventory::of, Inventory::convert)));
    steps.add(
        fed.of(RetailerSales.TABLE, RetailerSales.MAPPING, facts::retailerSales)
            .reading(
                fed.withBronze(RetailerSales.MAPPING, ExchangeRates.TABLE, PartnerItems.TABLE)));
    return steps;
  }

  /** The name of the step that admits a source's records. */
  public static String admission(Source source) {
    return Admissions.name(source);
  }

  /** What a source's YAML may feed. */
  public static List<Mapping> feeds() {
    return List.copyOf(Mappings.byFeed().values());
  }

  /** Every table of the layer, whatever the sources are. */
  public static List<Table> tables() {
    return Stream.concat(
            Stream.of(
                ExchangeRates.TABLE,
                CustomerRecord.TABLE,
                ContactPoints.TABLE,
                Products.TABLE,
                PartnerItems.TABLE,
                GeoTests.TABLE,
                Coupons.TABLE,
                MailDrops.TABLE,
                Consent.TABLE,
                Feedback.TABLE,
                Touchpoints.TABLE,
                Orders.TABLE,
                OrderLines.TABLE,
                Returns.TABLE,
                CouponRedemptions.TABLE,
                AdSpend.TABLE,
                MediaDelivery.TABLE,
                Inventory.TABLE,
                RetailerSales.TABLE),
            Stream.of(
                    List.of(ReviewDecisions.TABLE),
                    Identity.TABLES,
                    Identity.LIKENESS,
                    IdentityReports.TABLES)
                .flatMap(List::stream))
        .toList();
  }
}
