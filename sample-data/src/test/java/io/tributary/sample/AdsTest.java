package io.tributary.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.sample.world.Shoe;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AdsTest {
  private static final String COMPLETE = "2026-06-27";

  /** The cents that the agency's sheet gives for a source and brand on each day that is final. */
  private static Map<String, Long> sheet(String account) {
    return SmallSample.rows(SmallSample.once("media_spend"))
        .filter(row -> row.getField("account").equals(account))
        .filter(row -> row.getField("date").compareTo(COMPLETE) <= 0)
        .collect(
            Collectors.toMap(
                row -> row.getField("date"),
                row -> new BigDecimal(row.getField("cost")).movePointRight(2).longValueExact(),
                Long::sum,
                TreeMap::new));
  }

  @Test
  void metaReportsTheMoneyOfTheSheet() {
    var spend = new TreeMap<String, Long>();
    SmallSample.records(SmallSample.once("meta_ads"), "data")
        .filter(row -> row.get("campaign_name").textValue().startsWith("beauty"))
        .filter(row -> row.get("date_start").textValue().compareTo(COMPLETE) <= 0)
        .forEach(
            row ->
                spend.merge(
                    row.get("date_start").textValue(),
                    new BigDecimal(row.get("spend").textValue()).movePointRight(2).longValue(),
                    Long::sum));

    assertThat(spend).isEqualTo(sheet("beauty-meta"));
  }

  @Test
  void googleReportsTheMoneyOfTheSheetInMillionths() {
    var spend = new TreeMap<String, Long>();
    SmallSample.records(SmallSample.once("google_ads"), "results")
        .filter(row -> row.get("campaign").get("name").textValue().startsWith("home-"))
        .filter(row -> row.get("segments").get("date").textValue().compareTo(COMPLETE) <= 0)
        .forEach(
            row ->
                spend.merge(
                    row.get("segments").get("date").textValue(),
                    Long.parseLong(row.get("metrics").get("costMicros").textValue()) / 10_000,
                    Long::sum));

    assertThat(spend).isEqualTo(sheet("home-google"));
  }

  @Test
  void metaListsOnePurchaseUnderManyTypesAndNumbersAsText() {
    SmallSample.records(SmallSample.once("meta_ads"), "data")
        .forEach(
            row -> {
              assertThat(row.get("impressions").isTextual()).isTrue();
              var purchases =
                  row.get("actions").findParents("7d_click").stream()
                      .map(action -> action.get("value").textValue())
                      .toList();
              assertThat(purchases.stream().distinct()).hasSizeLessThanOrEqualTo(1);
              assertThat(purchases.size()).isIn(0, 5);
            });
  }

  @Test
  void metaKeepsAddingPurchasesForFourWeeksAndNeverTakesOneBack() {
    Map<String, Long> known = new HashMap<>();
    long[] grown = {0};
    SmallSample.records(SmallSample.daily("meta_ads"), "data")
        .forEach(
            row -> {
              long now = purchases(row);
              var key = row.get("ad_id").textValue() + row.get("date_start").textValue();
              Long before = known.merge(key, now, Math::max);
              grown[0] += before.equals(now) ? 0 : 1;
            });
    assertThat(grown[0]).as("purchases taken back").isZero();
    assertThat(known.values().stream().mapToLong(Long::longValue).sum()).isPositive();
  }

  private static long purchases(JsonNode row) {
    for (var action : row.get("actions")) {
      if (action.get("action_type").textValue().equals("purchase")) {
        return Long.parseLong(action.get("value").textValue());
      }
    }
    return 0;
  }

  @Test
  void tikTokWritesDashesAndHoursWithoutZero() {
    var rows =
        SmallSample.once("tiktok_ads").stream()
            .map(path -> Sample.json(Sample.text(path)).get("data").get("list"))
            .toList();

    assertThat(rows).hasSize(2).allSatisfy(list -> assertThat(list).hasSizeGreaterThan(1000));
    assertThat(rows.get(0).get(0).get("dimensions").get("stat_time_hour").textValue())
        .matches("\\d{4}-\\d\\d-\\d\\d 5:00:00");
    assertThat(rows.get(0).get(0).get("metrics").get("secondary_goal_result").textValue())
        .isEqualTo("-");
  }

  @Test
  void theShoeCostsFourThousandDollarsAWeek() {
    var shoe = new Shoe(SmallSample.SCALE, SmallSample.WORLD.catalogue());
    var day = shoe.scarceFrom();

    long cents = day.datesUntil(day.plusDays(7)).mapToLong(shoe::adCost).sum();
    long reported =
        SmallSample.records(SmallSample.once("google_ads"), "results")
            .filter(row -> row.get("campaign").get("name").textValue().equals(Shoe.CAMPAIGN))
            .filter(row -> row.get("segments").get("date").textValue().compareTo("2026-06-24") >= 0)
            .mapToLong(row -> Long.parseLong(row.get("metrics").get("costMicros").textValue()))
            .sum();

    assertThat(cents).isEqualTo(400_000);
    assertThat(reported).isEqualTo(4_000_000_000L);
  }
}
