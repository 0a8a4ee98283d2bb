package io.tributary.silver;

import io.tributary.lake.Check;
import io.tributary.lake.Lake;
import io.tributary.lake.ops.Quarantine;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which currencies have a rate. Money in another has no worth, so its record is set aside until a
 * rate comes. Every admission of a run asks, and the tables are looked at once.
 */
final class Currencies {
  private static final String RULE = "currency is one of";

  private final String reporting;
  private long run = -1;
  private Check known;
  private Set<String> awaiting;

  Currencies(String reporting) {
    this.reporting = reporting;
  }

  /** The rule that keeps out money without worth. */
  synchronized Check known(Lake lake) {
    look(lake);
    return known;
  }

  /** Whether records of a source wait for the rate of a currency that has got one since. */
  synchronized boolean hasCome(String source, Lake lake) {
    if (!lake.isChanged(ExchangeRates.TABLE)) {
      return false;
    }
    look(lake);
    return awaiting.contains(source) && haveCome(lake);
  }

  /**
   * Whether a currency got its first rate in a run in which a step was not done: records that
   * waited for it came to stand then, and no later run brings them.
   */
  static boolean wereMissed(Lake lake) {
    return lake.isBehind(ExchangeRates.TABLE) && haveCome(lake);
  }

  private static boolean haveCome(Lake lake) {
    return !of(lake.lastRead(ExchangeRates.TABLE)).containsAll(of(lake.read(ExchangeRates.TABLE)));
  }

  private void look(Lake lake) {
    if (run != lake.run()) {
      run = lake.run();
      known = rule(lake);
      awaiting = awaiting(lake);
    }
  }

  private Check rule(Lake lake) {
    Set<String> currencies = of(lake.read(ExchangeRates.TABLE));
    currencies.add(reporting);
    return Check.quarantine(
        RULE + " " + String.join(", ", currencies),
        "currency in ('" + String.join("', '", currencies) + "')");
  }

  private static Set<String> awaiting(Lake lake) {
    Set<String> sources = new HashSet<>();
    if (lake.existedBefore(Quarantine.TABLE)) {
      lake.before(Quarantine.TABLE)
          .where(Quarantine.REASON.col().contains(RULE))
          .select(Quarantine.SOURCE.col())
          .distinct()
          .collectAsList()
          .forEach(row -> sources.add(row.getString(0)));
    }
    return sources;
  }

  private static Set<String> of(Dataset<Row> rates) {
    Set<String> currencies = new TreeSet<>();
    rates
        .select(OrderLines.CURRENCY.col())
        .distinct()
        .collectAsList()
        .forEach(row -> currencies.add(row.getString(0)));
    return currencies;
  }
}
