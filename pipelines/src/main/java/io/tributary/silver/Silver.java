package io.tributary.silver;

import io.tributary.bronze.Records;
import io.tributary.bronze.source.Source;
import io.tributary.lake.Field;
import io.tributary.lake.Lake;
import io.tributary.lake.Step;
import io.tributary.lake.Table;
import io.tributary.silver.identity.Identity;
import io.tributary.silver.identity.IdentityReports;
import io.tributary.silver.identity.ReviewDecisions;
import io.tributary.silver.identity.match.MatchSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The second layer's table of contents: what each table is made of, in order. Every source is first
 * admitted, once; then the tables take what it admits.
 */
public final class Silver {
  private final List<Source> sources;
  private final Settings settings;
  private final Admissions admissions;

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
    this.sources = sources;
    this.settings = settings;
    sources.forEach(Mappings::check);
    this.admissions = new Admissions(sources, new Currencies(settings.business().currency()));
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
    steps.add(plain(ExchangeRates.TABLE, ExchangeRates.MAPPING, ExchangeRates::of));
    steps.addAll(admissions.ofOthers());
    steps.add(admissions.quarantine());
    steps.add(profiles(CustomerRecord.TABLE, rows -> CustomerRecord.of(rows, hash, numbers)));
    steps.add(profiles(ContactPoints.TABLE, rows -> ContactPoints.of(rows, numbers)));
    steps.add(plain(Products.TABLE, Products.MAPPING, Products::of));
    steps.add(plain(PartnerItems.TABLE, PartnerItems.MAPPING, PartnerItems::of));
    steps.add(plain(GeoTests.TABLE, GeoTests.MAPPING, GeoTests::of));
    steps.add(plain(Coupons.TABLE, Coupons.MAPPING, Coupons::of));
    steps.add(plain(MailDrops.TABLE, MailDrops.MAPPING, MailDrops::of));
    steps.add(plain(Consent.TABLE, Consent.MAPPING, rows -> Consent.of(rows, hash)));
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
    steps.add(fed(Touchpoints.TABLE, Touchpoints.MAPPING, facts::touchpoints));
    steps.add(fed(Orders.TABLE, Orders.MAPPING, facts::orders));
    steps.add(
        priced(
            facts,
            OrderLines.MAPPING,
            new Facts.Priced(
                OrderLines.TABLE,
                Orders.ORDER_DATE,
                (rows, conversion) -> OrderLines.of(rows, business, conversion),
                OrderLines::convert)));
    steps.add(
        fed(Returns.TABLE, Returns.MAPPING, facts::returns)
            .reading(withBronze(Returns.MAPPING, ExchangeRates.TABLE, Orders.TABLE)));
    steps.add(
        priced(
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
        feeding(Feedback.MAPPING).stream().filter(Feedback::isByOrder).map(Source::name).toList();
    return fed(
            Feedback.TABLE,
            Feedback.MAPPING,
            (lake, arrivals) -> facts.feedback(lake, arrivals, byOrder))
        .reading(withBronze(Feedback.MAPPING, ExchangeRates.TABLE, Orders.TABLE));
  }

  private List<Step> media(Facts facts) {
    List<Step> steps = new ArrayList<>();
    steps.add(
        priced(
            facts,
            AdSpend.MAPPING,
            new Facts.Priced(AdSpend.TABLE, AdSpend.SPEND_DATE, AdSpend::of, AdSpend::convert)));
    steps.add(
        priced(
            facts,
            MediaDelivery.MAPPING,
            new Facts.Priced(
                MediaDelivery.TABLE,
                RetailCalendar.WEEK_END,
                MediaDelivery::of,
                MediaDelivery::convert)));
    steps.add(
        priced(
            facts,
            Inventory.MAPPING,
            new Facts.Priced(
                Inventory.TABLE, Inventory.STOCK_DATE, Inventory::of, Inventory::convert)));
    steps.add(
        fed(RetailerSales.TABLE, RetailerSales.MAPPING, facts::retailerSales)
            .reading(withBronze(RetailerSales.MAPPING, ExchangeRates.TABLE, PartnerItems.TABLE)));
    return steps;
  }

  private Step priced(Facts facts, Mapping mapping, Facts.Priced priced) {
    return fed(priced.table(), mapping, (lake, arrivals) -> facts.priced(lake, arrivals, priced));
  }

  /** The name of the step that admits a source's records. */
  public static String admission(Source source) {
    return Admissions.name(source);
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

  private Step plain(Table table, Mapping mapping, Arrivals.Made made) {
    return fed(table, mapping, (lake, arrivals) -> arrivals.replaceRecords(lake, table, made));
  }

  private Step profiles(Table table, Arrivals.Made made) {
    return fed(
        table,
        Profiles.MAPPING,
        (lake, arrivals) -> new ProfileRows(table, made).write(lake, arrivals));
  }

  /** What a step does with the arrivals of its table. */
  private interface FedWork {
    void on(Lake lake, Arrivals arrivals);
  }

  private Step fed(Table table, Mapping mapping, FedWork work) {
    List<Source> feeding = feeding(mapping);
    return Step.making(
            table,
            lake -> {
              List<Admission> fed = admissions.of(feeding);
              boolean isWhole =
                  lake.isReconfigured()
                      || fed.stream()
                          .anyMatch(
                              admission ->
                                  admission.isRepeated()
                                      || !admission.bringsAllTo(lake)
                                      || isRetold(mapping, admission));
              work.on(
                  lake,
                  isWhole ? Arrivals.ofAll(mapping, fed, lake, table) : Arrivals.of(mapping, fed));
            })
        .reading(mapping.equals(ExchangeRates.MAPPING) ? withBronze(mapping) : withRates(mapping))
        .configuredBy(
            settings.business()
                + (mapping.equals(Profiles.MAPPING) ? settings.numbers().toString() : "")
                + table.fields().stream().map(Field::name).toList().toString()
                + feeding.stream().map(Admissions::configuration).collect(Collectors.joining("\n")))
        .after(Admissions.names(feeding));
  }

  /** A profile that many records tell of does not show what it was without one that fell. */
  private static boolean isRetold(Mapping mapping, Admission admission) {
    return admission.hasFallen()
        && admission.source().feeds().getOrDefault(mapping.feed(), List.of()).stream()
            .anyMatch(feed -> feed.columns().containsKey(Profiles.PROFILE_KEY.name()));
  }

  /** Records may wait for a rate, whatever they tell of. */
  private List<Table> withRates(Mapping mapping) {
    return withBronze(mapping, ExchangeRates.TABLE);
  }

  private List<Table> withBronze(Mapping mapping, Table... more) {
    return Stream.concat(feeding(mapping).stream().flatMap(Silver::landed), Stream.of(more))
        .toList();
  }

  private static Stream<Table> landed(Source source) {
    return Stream.concat(Stream.of(Records.table(source.name())), Nested.tables(source).stream());
  }

  private List<Source> feeding(Mapping mapping) {
    return sources.stream().filter(source -> source.feeds().containsKey(mapping.feed())).toList();
  }
}
