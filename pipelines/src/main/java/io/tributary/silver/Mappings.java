package io.tributary.silver;

import io.tributary.bronze.source.Source;
import io.tributary.lake.TributaryException;
import io.tributary.silver.typing.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a source's YAML may feed, by the name it is fed under. */
final class Mappings {
  private static final List<Mapping> ALL =
      List.of(
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
          ExchangeRates.MAPPING);

  private Mappings() {}

  /** All mappings, in the order in which errors name them. */
  static Map<String, Mapping> byFeed() {
    Map<String, Mapping> byFeed = new LinkedHashMap<>();
    ALL.forEach(mapping -> byFeed.put(mapping.feed(), mapping));
    return byFeed;
  }

  /** The mappings of the tables a source feeds, always in the same order. */
  static List<Mapping> of(Source source) {
    return ALL.stream().filter(mapping -> source.feeds().containsKey(mapping.feed())).toList();
  }

  /** Refuses a feed of no table, and one that its table cannot take. */
  static void check(Source source) {
    Map<String, Mapping> known = byFeed();
    source
        .feeds()
        .forEach(
            (name, feed) -> {
              if (!known.containsKey(name)) {
                throw TributaryException.usage(
                    "source %s, feeds: unknown table '%s'; allowed are %s"
                        .formatted(source.name(), name, known.keySet()));
              }
              known.get(name).checkColumns(source.name(), feed);
            });
  }
}
