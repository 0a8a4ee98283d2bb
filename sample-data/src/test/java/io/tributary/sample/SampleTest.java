package io.tributary.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SampleTest {
  private static final Map<Long, JsonNode> ORDERS = new HashMap<>();

  static {
    for (var path : Sample.source("shop_orders")) {
      for (var order : Sample.json(Sample.text(path)).get("orders")) {
        ORDERS.merge(order.get("id").longValue(), order, SampleTest::newer);
      }
    }
  }

  private static JsonNode newer(JsonNode one, JsonNode other) {
    var at = one.get("updated_at").textValue();
    return other.get("updated_at").textValue().compareTo(at) > 0 ? other : one;
  }

  private static double share(Predicate<JsonNode> trait) {
    return (double) ORDERS.values().stream().filter(trait).count() / ORDERS.size();
  }

  @Test
  void ordersAndReceiptsAreMoreThanFortyThousand() {
    long receipts =
        Sample.source("till_transactions").stream()
            .flatMap(path -> Sample.table(path).stream())
            .filter(line -> !line.getField("qty").startsWith("-"))
            .map(line -> line.getField("receipt_no"))
            .distinct()
            .count();

    assertThat(ORDERS.size() + receipts).isBetween(40_000L, 50_000L);
  }

  @Test
  void oddOrdersComeInTheirShares() {
    assertThat(share(order -> order.get("test").booleanValue())).isBetween(.003, .009);
    assertThat(share(order -> !order.get("cancelled_at").isNull())).isBetween(.015, .025);
    assertThat(share(order -> !order.get("refunds").isEmpty())).isBetween(.06, .11);
    assertThat(share(order -> order.get("customer").isNull())).isBetween(.06, .16);
    assertThat(
            share(
                order ->
                    order.get("cancelled_at").isNull()
                        && List.of("voided", "pending")
                            .contains(order.get("financial_status").textValue())))
        .isBetween(.005, .015);
  }

  @Test
  void peopleAreSeenInMoreThanOneSourceAndSomeNeverOrder() {
    var people = Sample.table(Sample.folder().resolve("truth/people.csv"));
    long neverOrder =
        people.stream().filter(person -> person.getField("first_order_on").isEmpty()).count();
    Map<String, Long> sources =
        Sample.table(Sample.folder().resolve("truth/records.csv")).stream()
            .collect(
                Collectors.groupingBy(
                    record -> record.getField("person"),
                    Collectors.mapping(
                        record -> record.getField("source"),
                        Collectors.collectingAndThen(
                            Collectors.toSet(), found -> (long) found.size()))));

    assertThat(people).hasSize(5000);
    assertThat(neverOrder).isBetween(550L, 650L);
    assertThat(sources.values().stream().filter(count -> count > 1).count()).isGreaterThan(2000);
  }

  @Test
  void theWholeSampleTakesLessThanTwentyMegabytes() {
    long bytes =
        Sample.files(Sample.folder().resolve("landing")).values().stream()
            .mapToLong(
                path -> {
                  try {
                    return Files.size(path);
                  } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                  }
                })
            .sum();

    assertThat(bytes).isLessThan(20_000_000);
  }
}
