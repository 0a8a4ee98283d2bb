package io.tributary.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FeedbackTest {
  private static final List<NamedCsvRecord> FELT =
      Sample.table(Sample.folder().resolve("truth/sentiment.csv"));

  private static double felt(NamedCsvRecord row) {
    return Double.parseDouble(row.getField("sentiment"));
  }

  @Test
  void starsFollowWhatWasFelt() {
    Map<String, Integer> stars = new HashMap<>();
    SmallSample.objects(Sample.source("reviews"))
        .forEach(review -> stars.put(review.get("id").asText(), review.get("score").intValue()));

    assertThat(stars).hasSizeGreaterThan(1000);
    assertThat(FELT)
        .filteredOn(row -> row.getField("source").equals("reviews"))
        .hasSameSizeAs(stars.entrySet())
        .allSatisfy(
            row -> {
              int given = stars.get(row.getField("native_id"));
              assertThat(given).isBetween(1, 5);
              assertThat(Math.abs(3 + 2.2 * felt(row) - given))
                  .isLessThanOrEqualTo(.53 + Math.max(0, 2.2 * Math.abs(felt(row)) - 2));
            });
  }

  @Test
  void theDisappointedDropOutMoreOften() {
    Map<String, NamedCsvRecord> people =
        Sample.table(Sample.folder().resolve("truth/people.csv")).stream()
            .collect(Collectors.toMap(person -> person.getField("person"), person -> person));
    double angry = lost(people, row -> felt(row) < -.4);
    double happy = lost(people, row -> felt(row) > .4);

    assertThat(angry).isGreaterThan(4 * happy);
  }

  /** The share of voices after which the last order came within two months, or had come before. */
  private static double lost(Map<String, NamedCsvRecord> people, Predicate<NamedCsvRecord> spoke) {
    var those = FELT.stream().filter(spoke).toList();
    long gone =
        those.stream()
            .filter(
                voice -> {
                  var end = people.get(voice.getField("person")).getField("lifetime_end_on");
                  var soon = LocalDate.parse(voice.getField("said_on")).plusDays(60).toString();
                  return !end.isEmpty() && end.compareTo(soon) <= 0;
                })
            .count();
    return (double) gone / those.size();
  }

  @Test
  void feelingsAreWorseWhereGoodsCameBack() {
    var refunded = new HashSet<String>();
    SmallSample.objects(Sample.source("shop_refunds"))
        .forEach(refund -> refunded.add(refund.get("order_id").asText()));
    double back = mean(row -> refunded.contains(row.getField("order_id")));
    double kept = mean(row -> !refunded.contains(row.getField("order_id")));

    assertThat(back).isLessThan(kept - .4);
  }

  private static double mean(Predicate<NamedCsvRecord> those) {
    return FELT.stream().filter(those).mapToDouble(FeedbackTest::felt).average().orElseThrow();
  }

  @Test
  void aTicketComesAgainWhenItIsSolved() {
    Map<String, List<JsonNode>> tickets =
        SmallSample.records(Sample.source("support_tickets"), "tickets")
            .collect(Collectors.groupingBy(ticket -> ticket.get("id").asText()));

    assertThat(tickets.values())
        .anyMatch(
            copies ->
                copies.size() == 2
                    && copies.get(0).get("status").asText().equals("open")
                    && copies.get(1).get("status").asText().equals("solved"));
  }
}
