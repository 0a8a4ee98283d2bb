package io.tributary.sample.fault;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Which sources are spoiled, and how. */
final class Rules {
  private static final String ISO = "20\\d\\d-\\d\\d-\\d\\d";

  private static final Pattern ACCOUNT_CURRENCY = Pattern.compile("\"account_currency\":\"(...)\"");

  private Rules() {}

  static Map<String, Rule> all() {
    var rules = new LinkedHashMap<String, Rule>();
    online(rules);
    ads(rules);
    trade(rules);
    return rules;
  }

  private static void online(Map<String, Rule> rules) {
    rules.put(
        "ga4_events",
        new Rule("20\\d{6}")
            .with(Kind.MALFORMED, Rule::cut)
            .with(Kind.DUPLICATE, Kind.OUT_OF_ORDER)
            .with(
                Kind.IMPOSSIBLE_VALUE,
                Rule.replaced("\"event_timestamp\":\"\\d+\"", "\"event_timestamp\":\"soon\"")));
    rules.put(
        "app_events",
        new Rule("20\\d{6}")
            .with(Kind.MALFORMED, Cells.shortened(6))
            .with(Kind.DUPLICATE, Kind.OUT_OF_ORDER, Kind.LATE_1, Kind.LATE_3, Kind.LATE_28)
            .with(Kind.IMPOSSIBLE_VALUE, Cells.set(1, "1970-13-41"))
            .with(Kind.SWAPPED_COLUMNS, Cells.swap(1, 2)));
    rules.put(
        "retailer_clicks",
        new Rule(ISO)
            .with(Kind.MALFORMED, line -> "\"" + line)
            .with(Kind.DUPLICATE, Kind.LATE_1, Kind.LATE_3, Kind.LATE_28)
            .with(Kind.SWAPPED_COLUMNS, Cells.swap(1, 3)));
    rules.put(
        "support_chats",
        new Rule(ISO)
            .drawnAs("chats.jsonl.gz")
            // A text that is cut looks like a shorter one, so the headers break off.
            .with(Kind.MALFORMED, Rule.replaced("(?s)\nDepart.*", "\nDepart\n"))
            .with(Kind.DUPLICATE, Kind.OUT_OF_ORDER));
    rules.put(
        "coupon_redemptions",
        new Rule(ISO)
            .with(Kind.DUPLICATE, Kind.LATE_1, Kind.LATE_28)
            .with(Kind.IMPOSSIBLE_VALUE, Cells.set(4, "-9999.00"))
            .with(Kind.WRONG_CURRENCY, Cells.changed(5, Rules::anotherCurrency))
            .with(Kind.UNKNOWN_CURRENCY, Cells.set(5, "Q$")));
  }

  private static void ads(Map<String, Rule> rules) {
    rules.put(
        "meta_ads",
        new Rule(ISO)
            .with(Kind.DUPLICATE, Kind.OUT_OF_ORDER)
            .with(
                Kind.IMPOSSIBLE_VALUE, Rule.replaced("\"spend\":\"[^\"]*\"", "\"spend\":\"-12.5\""))
            .with(
                Kind.UNKNOWN_CURRENCY,
                Rule.replaced("\"account_currency\":\"...\"", "\"account_currency\":\"XQX\""))
            .with(Kind.WRONG_CURRENCY, Rules::inAnotherCurrency));
    rules.put(
        "google_ads",
        new Rule(ISO)
            .with(Kind.DUPLICATE, Kind.OUT_OF_ORDER)
            .with(
                Kind.IMPOSSIBLE_VALUE,
                Rule.replaced("\"costMicros\":\"\\d+\"", "\"costMicros\":\"-1000000\"")));
    rules.put(
        "tiktok_ads",
        new Rule(ISO)
            .with(Kind.DUPLICATE)
            .with(
                Kind.IMPOSSIBLE_VALUE,
                Rule.replaced("\"spend\":\"[^\"]*\"", "\"spend\":\"twelve\"")));
  }

  private static void trade(Map<String, Rule> rules) {
    rules.put(
        "erp_stock",
        new Rule(ISO)
            .with(Kind.MALFORMED, Cells.shortened(3))
            .with(Kind.DUPLICATE, Kind.OUT_OF_ORDER, Kind.LATE_1)
            .with(Kind.RESTATED, Cells.added(3, 6))
            .with(Kind.IMPOSSIBLE_VALUE, Cells.set(3, "-7"))
            .with(Kind.SWAPPED_COLUMNS, Cells.swap(2, 3)));
    rules.put(
        "walmart_sales",
        new Rule(ISO)
            .with(Kind.MALFORMED, Cells.shortened(2))
            .with(Kind.DUPLICATE)
            .with(Kind.IMPOSSIBLE_VALUE, Cells.set(5, "1e999"))
            .with(Kind.SWAPPED_COLUMNS, Cells.swap(1, 2)));
    rules.put(
        "market_delivery",
        new Rule(ISO)
            .with(Kind.DUPLICATE, Kind.OUT_OF_ORDER)
            .with(Kind.IMPOSSIBLE_VALUE, Cells.set(6, "-1"))
            .with(Kind.WRONG_CURRENCY, Cells.changed(8, Rules::anotherCurrency))
            .with(Kind.UNKNOWN_CURRENCY, Cells.set(8, "XQX")));
  }

  /** Another currency that has a rate: nothing shows that it is wrong. */
  private static String anotherCurrency(String currency) {
    return switch (currency) {
      case "USD" -> "GBP";
      case "GBP" -> "EUR";
      default -> "USD";
    };
  }

  private static String inAnotherCurrency(String line) {
    return ACCOUNT_CURRENCY
        .matcher(line)
        .replaceFirst(found -> "\"account_currency\":\"" + anotherCurrency(found.group(1)) + "\"");
  }
}
