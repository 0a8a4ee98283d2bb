package io.tributary.silver;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.bronze.source.Source;
import io.tributary.lake.YamlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who wrote a review is who placed its order, whichever comes first. */
class ReviewersTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
  private static final String SHOP =
      """
      name: shop
      files: shop/{delivered}/{account}.jsonl
      format: jsonl
      delivery: upsert
      key: record:id
      version: record:updated_at
      feeds:
        orders:
          columns:
            order_key: concat_ws('/', 'shop', account, record:id)
            brand: "'Home'"
            sales_channel: "'web'"
            customer_record_key: concat('customers/', record:customer)
            ordered_at: record:updated_at
      """;
  private static final String VOICES =
      """
      name: %s
      files: %1$s/{delivered}/{account}.jsonl
      format: jsonl
      delivery: append
      key: record:id
      feeds:
        feedback:
          columns:
            feedback_key: record_key
            brand: "'Home'"
            kind: "'review'"
            order_key: concat('shop/', account, '/', record:order)
            words: "'good'"
            said_at: record:at
      """;
  private static final String NAMED = "      customer_record_key: concat('people/', record:who)\n";

  @TempDir private Path folder;

  @Test
  void theCustomerOfALateOrderIsFoundAndOneOfAnotherCustomerFollowsIt() {
    voices(1, voice(1, 7), voice(2, 8), voice(3, 9));
    order(1, 8, "ann");
    order(2, 7, "bob");
    order(3, 8, "eve");
    SilverHouse daily = house("daily");
    for (int day = 0; day < 3; day++) {
      assertThat(daily.night(DAY.plusDays(day)).isPublished()).isTrue();
    }
    SilverHouse once = house("once");
    assertThat(once.night(DAY.plusDays(2)).isPublished()).isTrue();

    Rows.assertRows(
        daily.table(Feedback.TABLE),
        """
        feedback_key   | order_key   | customer_record_key
        reviews/home/1 | shop/home/7 | customers/bob
        reviews/home/2 | shop/home/8 | customers/eve
        reviews/home/3 | shop/home/9 | -
        tickets/home/1 | shop/home/7 | people/joe
        tickets/home/2 | shop/home/8 | people/joe
        tickets/home/3 | shop/home/9 | people/joe
        """);
    assertThat(daily.silver()).isEqualTo(once.silver());
  }

  private SilverHouse house(String name) {
    List<Source> sources =
        Stream.of(SHOP, VOICES.formatted("reviews"), VOICES.formatted("tickets") + NAMED)
            .map(this::source)
            .toList();
    Business business = new Business("USD", "America/New_York", Map.of());
    return new SilverHouse(folder.resolve(name), folder.resolve("landing"), sources, business);
  }

  private Source source(String yaml) {
    try {
      return YamlFile.read(Files.writeString(folder.resolve("source.yaml"), yaml), Source.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void voices(int day, String... voices) {
    for (String source : List.of("reviews", "tickets")) {
      file(source + "/2026-06-0" + day + "/home.jsonl", String.join("", voices));
    }
  }

  private static String voice(int id, int order) {
    return "{\"id\":%d,\"order\":%d,\"who\":\"joe\",\"at\":\"2026-06-01T10:00:00Z\"}\n"
        .formatted(id, order);
  }

  private void order(int day, int id, String customer) {
    file(
        "shop/2026-06-0" + day + "/home.jsonl",
        "{\"id\":%d,\"customer\":\"%s\",\"updated_at\":\"2026-05-0%dT10:00:00Z\"}\n"
            .formatted(id, customer, day));
  }

  private void file(String path, String text) {
    new NightFiles(folder.resolve("landing")).file(path, text);
  }
}
