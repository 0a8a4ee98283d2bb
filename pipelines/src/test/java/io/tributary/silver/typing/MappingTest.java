package io.tributary.silver.typing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.bronze.source.Feed;
import io.tributary.bronze.source.Source;
import io.tributary.lake.TributaryException;
import io.tributary.silver.Business;
import io.tributary.silver.KeyedHash;
import io.tributary.silver.Received;
import io.tributary.silver.Silver;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MappingTest {
  private static final Silver.Settings SETTINGS =
      new Silver.Settings(
          new Business("USD", "UTC", Map.of()), new KeyedHash(new byte[] {1}), /* limit */ 5, null);

  @Test
  void anUnknownColumnIsRefusedWithThoseThereAre() {
    assertRefused(
        "exchange_rates",
        Map.of("rate_date", "record:d", "currency", "record:c", "rate", "record:r", "day", "1"),
        "source shop, feeds.exchange_rates.columns: unknown column 'day'; allowed are"
            + " rate_date, currency, rate");
  }

  @Test
  void aColumnThatEveryRowNeedsMustBeGiven() {
    assertRefused(
        "exchange_rates",
        Map.of("rate_date", "record:d"),
        "source shop, feeds.exchange_rates.columns: currency, rate missing");
  }

  @Test
  void anUnknownTableIsRefusedWithThoseThereAre() {
    assertRefused(
        "order_line",
        Map.of("sku", "record:sku"),
        "source shop, feeds: unknown table 'order_line'; allowed are [customer_record, orders,"
            + " order_lines,");
  }

  @Test
  void columnsWithADefaultMayBeLeftOut() {
    Map<String, String> columns = Map.of("sku", "record:sku", "brand", "'Home'");

    assertThatCode(() -> steps("products", columns)).doesNotThrowAnyException();
  }

  private static void assertRefused(String feed, Map<String, String> columns, String message) {
    assertThatThrownBy(() -> steps(feed, columns))
        .isInstanceOf(TributaryException.class)
        .hasMessageStartingWith(message);
  }

  private static void steps(String feed, Map<String, String> columns) {
    Source source = Received.feeding(Map.of(feed, List.of(new Feed(null, null, columns))));
    Silver.steps(List.of(source), SETTINGS);
  }
}
