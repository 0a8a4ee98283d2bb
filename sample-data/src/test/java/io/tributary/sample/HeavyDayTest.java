package io.tributary.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.sample.day.HeavyDay;
import io.tributary.sample.world.Scale;
import io.tributary.sample.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeavyDayTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);

  @TempDir Path folder;

  private HeavyDay.Counts make(Path out, long events) throws IOException {
    var world = World.of(new Scale(1, 50_000_000, 1096, LAST_DAY, 0));
    return new HeavyDay(world, LAST_DAY.plusDays(1)).writeTo(out, events);
  }

  @Test
  void asManyEventsAreWrittenAsWereAskedFor() throws IOException {
    var counts = make(folder, 5000);

    long web = SmallSample.objects(Sample.source(folder, "ga4_events")).count();
    long app = SmallSample.rows(Sample.source(folder, "app_events")).count();
    long mail =
        Sample.source(folder, "mail_activity").stream()
            .flatMap(path -> Sample.text(path).lines())
            .mapToLong(line -> line.split("<action>", -1).length - 1)
            .sum();

    assertThat(counts.events()).isBetween(5000L, 5020L).isEqualTo(web + app + mail);
    assertThat(List.of(web, app, mail)).allMatch(part -> part > 200);
  }

  @Test
  void everyOrderHasItsVisitOnTheDay() throws IOException {
    var counts = make(folder, 5000);

    var orders =
        SmallSample.records(Sample.source(folder, "shop_orders"), "orders")
            .map(order -> order.get("id").asText())
            .collect(Collectors.toSet());
    var bought = new HashSet<String>();
    SmallSample.objects(Sample.source(folder, "ga4_events"))
        .filter(event -> event.get("event_name").textValue().equals("purchase"))
        .map(event -> event.get("ecommerce").get("transaction_id"))
        .map(JsonNode::textValue)
        .forEach(bought::add);
    SmallSample.rows(Sample.source(folder, "app_events"))
        .map(event -> event.getField("transaction_id"))
        .filter(id -> !id.isEmpty())
        .forEach(bought::add);

    assertThat(orders).hasSize((int) counts.orders()).hasSizeGreaterThan(100).isEqualTo(bought);
  }

  @Test
  void theWebExportHoldsNothingOfOtherDays() throws IOException {
    make(folder, 20_000);

    assertThat(
            SmallSample.objects(Sample.source(folder, "ga4_events"))
                .map(event -> event.get("event_date").textValue())
                .distinct())
        .containsExactly("20260701");
  }

  @Test
  void aDayIsTheSameEachTime() throws IOException {
    make(folder.resolve("one"), 800);
    make(folder.resolve("two"), 800);

    var other = Sample.files(folder.resolve("two"));
    Sample.files(folder.resolve("one"))
        .forEach(
            (name, path) ->
                assertThat(Sample.bytes(path)).as(name).isEqualTo(Sample.bytes(other.get(name))));
  }
}
