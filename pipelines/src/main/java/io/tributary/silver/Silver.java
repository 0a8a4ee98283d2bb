package io.tributary.silver;

import io.tributary.bronze.Records;
import io.tributary.bronze.source.Source;
import io.tributary.lake.Lake;
import io.tributary.lake.Layer;
import io.tributary.lake.Step;
import io.tributary.lake.Table;
import io.tributary.lake.TributaryException;
import io.tributary.lake.ops.Quarantine;
import io.tributary.silver.identity.Identity;
import io.tributary.silver.identity.IdentityReports;
import io.tributary.silver.identity.ReviewDecisions;
import io.tributary.silver.identity.match.MatchSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The second layer's table of contents: what each table is made of, in order. Every source is first
 * admitted, once; then the tables take what it admits.
 */
public final class Silver {
  private static final Map<String, Mapping> MAPPINGS = mappings();

  private final List<Source> sources;
  private final Settings settings;
  private final Map<String, Admission> admissions = new LinkedHashMap<>();
  private final Currencies currencies;

  /**
   * The conventions silver works by.
   *
   * @param matching how people are recognised whom no identifier gives away; null when they are not
   */
  public record Settings(
      Business business, KeyedHash hash, int sharedIdentifierLimit, MatchSpec matching) {}

  private Silver(List<Source> sources, Settings settings) {
    this.sources = sources;
    this.settings = settings;
    this.currencies = new Currencies(settings.business().currency());
    sources.forEach(source -> checkFeeds(source));
  }

  /** The steps of one run, in an order in which none waits for a later one. */
  public static List<Step> steps(List<Source> sources, Settings settings) {
    return new Silver(sources, settings).steps();
  }

  private List<Step> steps() {
    Business business = settings.business();
    KeyedHash hash = settings.hash();
    List<Step> steps = new ArrayList<>();
    feeding(ExchangeRates.MAPPING).forEach(source -> steps.add(admission(source)));
    steps.add(plain(ExchangeRates.TABLE, ExchangeRates.MAPPING, ExchangeRates::of));
    sources.stream()
        .filter(source -> !admissions.containsKey(source.name()))
        .toList()
        .forEach(source -> steps.add(admission(source)));
    steps.add(quarantine());
    steps.add(profiles(CustomerRecord.TABLE, rows -> CustomerRecord.of(rows, hash)));
    steps.add(profiles(ContactPoints.TABLE, ContactPoints::of));
    steps.add(plain(Products.TABLE, Products.MAPPING, Products::of));
    steps.add(plain(PartnerItems.TABLE, PartnerItems.MAPPING, PartnerItems::of));
    steps.add(plain(GeoTests.TABLE, GeoTests.MAPPING, GeoTests::of));
    steps.add(plain(Coupons.TABLE, Coupons.MAPPING, Coupons::of));
    steps.add(plain(MailDrops.TABLE, MailDrops.MAPPING, MailDrops::of));
    steps.add(plain(Consent.TABLE, Consent.MAPPING, rows -> Consent.of(rows, hash)));
    steps.add(plain(Feedback.TABLE, Feedback.MAPPING, rows -> Feedback.of(rows, business)));
    Facts facts = new Facts(business);
    steps.addAll(sales(facts));
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
    return fed(priced.table(), mapping, (lake, arrivals) -> facts.priced(lake, arrivals, priced))
        .reading(withBronze(mapping, ExchangeRates.TABLE));
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
            Stream.of(List.of(ReviewDecisions.TABLE), Identity.TABLES, IdentityReports.TABLES)
                .flatMap(List::stream))
        .toList();
  }

  private Step admission(Source source) {
    Map<String, Mapping> mappings = new LinkedHashMap<>(MAPPINGS);
    Admission admission = new Admission(source, mappings);
    admissions.put(source.name(), admission);
    boolean isRates = source.feeds().containsKey(ExchangeRates.MAPPING.feed());
    Step step =
        Step.handing(
            "silver.admission." + source.name(),
            Layer.SILVER,
            lake -> {
              if (!isRates) {
                admission.accept(currencies.known(lake));
              }
              if (lake.isReconfigured() || (!isRates && currencies.hasCome(source.name(), lake))) {
                admission.repeat(lake);
              } else {
                admission.admit(lake);
              }
            });
    List<Table> reads = new ArrayList<>(Nested.tables(source));
    reads.add(Records.table(source.name()));
    if (!isRates) {
      reads.add(ExchangeRates.TABLE);
    }
    return step.reading(reads).configuredBy(configuration(source));
  }

  /** What of a source's YAML, and of the tables it feeds, its rows depend on. */
  private static String configuration(Source source) {
    return Stream.of(source.delivery(), source.required(), source.feeds(), mappingsOf(source))
        .map(Object::toString)
        .collect(Collectors.joining("\n"));
  }

  private static List<Mapping> mappingsOf(Source source) {
    return source.feeds().keySet().stream().sorted().map(MAPPINGS::get).toList();
  }

  private Step quarantine() {
    return Step.making(Quarantine.TABLE, this::setAside)
        .reading(sources.stream().map(source -> Records.table(source.name())).toList())
        .after(admissionSteps(sources));
  }

  private void setAside(Lake lake) {
    Dataset<Row> aside =
        admissions.values().stream()
            .filter(Admission::hasQuarantined)
            .map(
                admission ->
                    admission.quarantined(lake.read(Records.table(admission.source().name()))))
            .reduce((all, more) -> all.union(more))
            .orElseGet(() -> lake.rows(Quarantine.TABLE, List.of()));
    List<String> repeated =
        admissions.values().stream()
            .filter(Admission::isRepeated)
            .map(admission -> admission.source().name())
            .toList();
    if (!repeated.isEmpty()) {
      Dataset<Row> again =
          lake.before(Quarantine.TABLE)
              .select(Quarantine.SOURCE.col())
              .where(Quarantine.SOURCE.col().isin(repeated.toArray()))
              .distinct();
      lake.replace(Quarantine.TABLE, aside, again, Quarantine.SOURCE);
    } else if (admissions.values().stream().anyMatch(Admission::hasQuarantined)) {
      lake.append(Quarantine.TABLE, aside);
    }
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
              List<Admission> fed =
                  feeding.stream().map(source -> admissions.get(source.name())).toList();
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
                + feeding.stream().map(Silver::configuration).collect(Collectors.joining("\n")))
        .after(admissionSteps(feeding));
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

  private static List<String> admissionSteps(List<Source> sources) {
    return sources.stream().map(source -> "silver.admission." + source.name()).toList();
  }

  private List<Source> feeding(Mapping mapping) {
    return sources.stream().filter(source -> source.feeds().containsKey(mapping.feed())).toList();
  }

  private static void checkFeeds(Source source) {
    source
        .feeds()
        .forEach(
            (name, feed) -> {
              if (!MAPPINGS.containsKey(name)) {
                throw TributaryException.usage(
                    "source %s, feeds: unknown table '%s'; allowed are %s"
                        .formatted(source.name(), name, MAPPINGS.keySet()));
              }
              MAPPINGS.get(name).checkColumns(source.name(), feed);
            });
  }

  private static Map<String, Mapping> mappings() {
    Map<String, Mapping> byFeed = new LinkedHashMap<>();
    Stream.of(
            Profiles.MAPPING,
            Orders.MAPPING,
            OrderLines.MAPPING,
            Returns.MAPPING,
            Products.MAPPING,
            PartnerItems.MAPPING,
            GeoTests.MAPPING,
            Coupons.MAPPING,
            CouponRedemptions.MAPPING,
            MailDrops.MAPPING,
            Consent.MAPPING,
            Feedback.MAPPING,
            AdSpend.MAPPING,
            MediaDelivery.MAPPING,
            Inventory.MAPPING,
            RetailerSales.MAPPING,
            Touchpoints.MAPPING,
            ExchangeRates.MAPPING)
        .forEach(mapping -> byFeed.put(mapping.feed(), mapping));
    return byFeed;
  }
}
