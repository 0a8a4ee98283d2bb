package io.tributary.silver;

import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.bronze.source.Source;
import io.tributary.lake.RunPlan.PlannedFile;
import io.tributary.lake.ops.Files;
import io.tributary.lake.ops.Quarantine;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SilverNightsTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 6, 3);
  private static final Business BUSINESS =
      new Business("USD", "America/New_York", Map.of("Kids", "Europe/Berlin"));

  @TempDir private static Path folder;

  private static Path landing;
  private static SilverHouse atOnce;
  private static int houses;

  @BeforeAll
  static void land() {
    landing = folder.resolve("landing");
    new NightFiles(landing).write();
    atOnce = house();
    assertThat(atOnce.night(LAST).isPublished()).isTrue();
  }

  @Test
  void salesAndReturnsAreWorthWhatTheLatestRatesSay() {
    Rows.assertRows(
        atOnce.table(OrderLines.TABLE),
        """
        line_key | order_date | quantity | net_amount | currency
        shop/1/1 | 2026-06-01 | 1        | 12.00      | EUR
        shop/2/1 | 2026-06-01 | 2        | 15.00      | USD
        shop/3/1 | 2026-06-02 | 1        | 9.60       | EUR
        shop/4/1 | 2026-05-20 | 1        | 100.00     | EUR
        till/R1/1 | 2026-06-01 | 2       | 8.00       | USD
        till/R1/2 | 2026-06-02 | 1       | 6.00       | USD
        till/R5/1 | 2026-06-03 | 1       | 5.20       | EUR
        """);
    Rows.assertRows(
        atOnce.table(Returns.TABLE),
        """
        return_key | returned_date | order_date | amount
        refund/r1  | 2026-06-02    | 2026-06-01 | 6.00
        refund/r3  | 2026-06-03    | 2026-06-02 | 9.60
        till/R3/1  | 2026-06-02    | 2026-06-01 | 4.00
        """);
    Rows.assertRows(
        atOnce.table(Orders.TABLE),
        """
        order_key    | order_date | status    | store
        shop/1       | 2026-06-01 | completed | -
        shop/2       | 2026-06-01 | completed | -
        shop/3       | 2026-06-02 | cancelled | -
        shop/4       | 2026-05-20 | completed | -
        till/R1/Home | 2026-06-01 | completed | ny
        till/R1/Kids | 2026-06-02 | completed | ny
        till/R5/Home | 2026-06-03 | completed | ny
        """);
  }

  @Test
  void whatADeliveryReplacesIsGone() {
    Rows.assertRows(
        atOnce.table(CustomerRecord.TABLE),
        """
        record_key     | city   | is_email_verified
        members/club/b | Berlin | true
        members/club/d | Ulm    | false
        """);
    Rows.assertRows(
        atOnce.table(AdSpend.TABLE),
        """
        spend_key     | cost   | fee
        c2/2026-06-01 | 144.00 | 0.00
        c1/2026-06-02 | 50.00  | 0.00
        """);
  }

  @Test
  void whatIsSetAsideSaysWhyAndKeepsItsText() {
    Dataset<Row> aside = atOnce.table(Quarantine.TABLE);

    assertThat(Rows.of(aside.select(place(Quarantine.FILE.col()), place(Quarantine.REASON.col()))))
        .containsExactlyInAnyOrder(
            "members/2026-06-02/club.csv | verified is not BOOLEAN",
            "shop/2026-06-02/home.jsonl | record:currency is missing",
            "shop/2026-06-03/home.jsonl | line 3: the JSON ends early at byte 21 of the record",
            "spend/2026-06-03/spend.csv | ad_spend: broken rule: cost is not negative",
            "till/2026-06-01/ny/lines.csv | qty is not BIGINT; order_lines.quantity is missing; order_lines.original_amount is missing; returns.quantity is missing; returns.original_amount is missing",
            "till/2026-06-02/ny/lines-again.csv | qty is not BIGINT; order_lines.quantity is missing; order_lines.original_amount is missing; returns.quantity is missing; returns.original_amount is missing",
            "till/2026-06-02/ny/broken.csv | till/2026-06-02/ny/broken.csv: empty (0 bytes); have it delivered again",
            "till/2026-06-02/ny/lines.csv | order_lines: broken rule: currency is one of EUR, USD");
    assertThat(aside.where("raw is null").count()).isEqualTo(1);
  }

  @Test
  void everyRecordOfEveryFileIsAccountedFor() {
    assertThat(ledger(atOnce))
        .containsExactlyInAnyOrder(
            "members/2026-06-01/club.csv | 2 | 0 | 0 | 2 | 0",
            "members/2026-06-02/club.csv | 3 | 2 | 0 | 0 | 1",
            "rates/2026-06-01/rates.csv | 1 | 0 | 0 | 1 | 0",
            "rates/2026-06-03/rates.csv | 3 | 3 | 0 | 0 | 0",
            "refunds/2026-06-02/all.jsonl | 2 | 2 | 0 | 0 | 0",
            "shop/2026-06-01/home.jsonl | 3 | 2 | 0 | 1 | 0",
            "shop/2026-06-02/home.jsonl | 2 | 1 | 0 | 0 | 1",
            "shop/2026-06-03/home.jsonl | 3 | 1 | 0 | 1 | 1",
            "spend/2026-06-01/spend.csv | 1 | 0 | 0 | 1 | 0",
            "spend/2026-06-02/spend.csv | 2 | 2 | 0 | 0 | 0",
            "spend/2026-06-03/spend.csv | 1 | 0 | 0 | 0 | 1",
            "till/2026-06-01/ny/lines.csv | 3 | 2 | 0 | 0 | 1",
            "till/2026-06-02/ny/lines-again.csv | 3 | 0 | 2 | 0 | 1",
            "till/2026-06-02/ny/broken.csv | 1 | 0 | 0 | 0 | 1",
            "till/2026-06-02/ny/lines.csv | 2 | 1 | 0 | 0 | 1",
            "till/2026-06-03/ny/lines.csv | 1 | 1 | 0 | 0 | 0");
  }

  @Test
  void dayByDayEndsAsAllAtOnce() {
    SilverHouse daily = house();
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      assertThat(daily.night(day).isPublished()).as("%s", day).isTrue();
      assertBalanced(daily);
    }
    assertThat(daily.silver()).isEqualTo(atOnce.silver());
    assertThat(ledger(daily)).isEqualTo(ledger(atOnce));
  }

  @Test
  void runsWithoutSilverAndDeliveriesInAnotherOrderEndTheSame() {
    SilverHouse late = house();
    late.night(LAST, ofDay(3), SilverHouse::isBronze);
    late.night(LAST, ofDay(1), SilverHouse::isBronze);
    late.night(LAST, file -> false, step -> !SilverHouse.isBronze(step));
    assertBalanced(late);
    late.night(LAST, ofDay(2), step -> true);
    assertBalanced(late);

    assertThat(late.silver()).isEqualTo(atOnce.silver());
    assertThat(ledger(late)).isEqualTo(ledger(atOnce));
  }

  /** The gate closes on a line told twice; what it kept out comes with the night that mends it. */
  @Test
  void aTableWhoseGateClosedMissesNothingOnceItOpens() {
    Path deliveries = folder.resolve("gated");
    NightFiles files = new NightFiles(deliveries);
    files.file("shop/2026-06-01/home.jsonl", order(1, 1, 1, 2) + order(2, 1, 1, 1));
    files.file("shop/2026-06-02/home.jsonl", order(2, 2, 1, 2) + order(3, 2, 1));
    SilverHouse house =
        new SilverHouse(
            folder.resolve("gatehouse"), deliveries, List.of(NightFiles.source("shop")), BUSINESS);

    assertThat(house.night(FIRST).isPublished()).isFalse();
    assertThat(house.table(OrderLines.TABLE).count()).isZero();
    assertThat(house.night(FIRST.plusDays(1)).isPublished()).isTrue();

    Rows.assertRows(
        house.table(OrderLines.TABLE),
        "line_key\nshop/1/1\nshop/1/2\nshop/2/1\nshop/2/2\nshop/3/1");
  }

  @Test
  void aRecordThatWaitedForItsRateIsAcceptedOnceItComes() {
    Path deliveries = folder.resolve("waiting");
    NightFiles files = new NightFiles(deliveries);
    files.file("rates/2026-06-01/rates.csv", "date,currency,rate\n2026-06-01,EUR,1.10\n");
    files.file(
        "till/2026-06-01/ny/lines.csv",
        """
        receipt,line,sold_at,brand,sku,qty,price,currency,original
        R1,1,2026-06-01 12:00:00,Home,A,1,4.00,EUR,
        R2,1,2026-06-01 12:00:00,Home,A,1,4.00,CHF,
        R3,1,2026-06-01 12:00:00,Home,A,1,4.00,???,
        """);
    files.file("rates/2026-06-02/rates.csv", "date,currency,rate\n2026-06-02,CHF,1.50\n");
    SilverHouse house =
        new SilverHouse(
            folder.resolve("waitinghouse"),
            deliveries,
            List.of(NightFiles.source("rates"), NightFiles.source("till")),
            BUSINESS);

    house.night(FIRST);
    assertThat(ledger(house)).anyMatch(line -> line.endsWith("/lines.csv | 3 | 1 | 0 | 0 | 2"));
    house.night(FIRST.plusDays(1));

    Rows.assertRows(
        house.table(OrderLines.TABLE), "line_key | net_amount\ntill/R1/1 | 4.40\ntill/R2/1 | 6.00");
    Rows.assertRows(house.table(Orders.TABLE), "order_key\ntill/R1/Home\ntill/R2/Home");
    Rows.assertRows(
        house.table(Quarantine.TABLE),
        "position | reason\n2 | order_lines: broken rule: currency is one of CHF, EUR, USD");
    assertThat(ledger(house)).anyMatch(line -> line.endsWith("/lines.csv | 3 | 2 | 0 | 0 | 1"));
  }

  @Test
  void anotherMappingRestatesWhatLandedBefore() {
    List<Source> otherwise =
        NightFiles.sources().stream()
            .map(
                source ->
                    source.name().equals("till")
                        ? NightFiles.source("till", "sku: record:sku", "sku: lower(record:sku)")
                        : source)
            .toList();
    SilverHouse fresh = house(otherwise);
    fresh.night(LAST);
    SilverHouse before = house();
    before.night(LAST.minusDays(1));

    SilverHouse after = before.retold(otherwise);
    assertThat(after.night(LAST).isPublished()).isTrue();

    assertBalanced(after);
    assertThat(Rows.of(after.table(OrderLines.TABLE).select("sku"))).contains("a", "A");
    assertThat(after.silver()).isEqualTo(fresh.silver());
    assertThat(ledger(after)).isEqualTo(ledger(fresh));
    assertThat(Rows.of(after.table(Quarantine.TABLE).drop("run")))
        .containsExactlyInAnyOrderElementsOf(Rows.of(fresh.table(Quarantine.TABLE).drop("run")));
  }

  @Test
  void anotherMappingAloneRestatesWhatWasSetAside() {
    SilverHouse house = house();
    house.night(LAST);

    SilverHouse after =
        house.retold(
            NightFiles.sources().stream()
                .map(
                    source ->
                        source.name().equals("spend")
                            ? NightFiles.source(
                                "spend", "cost: record:cost", "cost: abs(record:cost)")
                            : source)
                .toList());
    after.night(LAST);

    assertThat(Rows.of(after.table(Quarantine.TABLE).select(Quarantine.REASON.col())))
        .hasSize(7)
        .noneMatch(reason -> reason.contains("cost is not negative"));
  }

  private static String order(int id, int day, int... lines) {
    String items =
        IntStream.of(lines)
            .mapToObj("{'no':%d,'sku':'A','qty':1,'price':'1'}"::formatted)
            .collect(Collectors.joining(","));
    return "{'id':%d,'created_at':'2026-06-01T10:00:00Z','updated_at':'2026-06-0%dT10:00:00Z','currency':'USD','lines':[%s]}%n"
        .formatted(id, day, items)
        .replace('\'', '"');
  }

  private static SilverHouse house() {
    return house(NightFiles.sources());
  }

  private static SilverHouse house(List<Source> sources) {
    houses++;
    return new SilverHouse(folder.resolve("house" + houses), landing, sources, BUSINESS);
  }

  private static Predicate<PlannedFile> ofDay(int day) {
    return file -> file.delivered().getDayOfMonth() == day;
  }

  private static List<String> ledger(SilverHouse house) {
    return house.ledger(place(Files.FILE.col()));
  }

  private static void assertBalanced(SilverHouse house) {
    Map<String, Long> landed = new TreeMap<>();
    for (String line : ledger(house)) {
      String[] cells = line.split(" \\| ");
      List<Long> counts = List.of(cells).subList(1, 6).stream().map(Long::valueOf).toList();
      assertThat(counts).as(line).allSatisfy(count -> assertThat(count).isNotNegative());
      assertThat(counts.subList(1, 5).stream().mapToLong(Long::longValue).sum())
          .as(line)
          .isEqualTo(counts.get(0));
      landed.put(cells[0], counts.get(0));
    }
    Map<String, Long> received = new TreeMap<>();
    NightFiles.sources()
        .forEach(
            source ->
                house
                    .bronze(source.name())
                    .groupBy(place(functions.col("file")).as("file"))
                    .count()
                    .collectAsList()
                    .forEach(row -> received.put(row.getString(0), row.getLong(1))));
    assertThat(landed).isEqualTo(received);
  }

  private static Column place(Column file) {
    return concat_ws("", regexp_replace(file, functions.lit(landing + "/"), functions.lit("")));
  }
}
