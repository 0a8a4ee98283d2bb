package io.tributary.silver.admission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.bronze.source.Source;
import io.tributary.lake.YamlFile;
import io.tributary.silver.Business;
import io.tributary.silver.NightFiles;
import io.tributary.silver.Orders;
import io.tributary.silver.SilverHouse;
import io.tributary.silver.Touchpoints;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that several records tell of, when one of these is told otherwise or no more. */
class GatheredTest {
  private static final Path SOURCES =
      Path.of(System.getProperty("project.root", ".."), "conf", "sources");
  private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
  private static final Business BUSINESS = new Business("USD", "America/New_York", Map.of());
  private static final String EVENTS =
      "event_timestamp,event_name,user_pseudo_id,user_id,app_id,ga_session_id,medium,campaign,transaction_id\n";
  private static final String LINES =
      "receipt,line,sold_at,brand,sku,qty,price,currency,original\n";

  @TempDir private Path folder;

  @Test
  void aVisitWhoseFirstEventIsToldAgainKeepsWhatTheOthersTold() {
    app(1, event(4400, "session_start", "", "c0", ""), event(4460, "login", "9", "c0", ""));
    app(2, event(4520, "purchase", "", "c0", "7"));
    app(3, event(4400, "session_start", "", "c1", ""));

    assertTouchpoints(
        nights("app_events", 3),
        """
        touchpoint_key            | campaign | happened_at         | ended_at            | customer_record_key    | order_key
        300/app/com.prism.home/p1 | c1       | 2026-06-01 09:00:00 | 2026-06-01 09:02:00 | shop_customers/home/9  | shop/home/7
        """);
  }

  @Test
  void aVisitForgetsWhatALaterEventNoLongerTells() {
    app(1, event(4400, "session_start", "", "c0", ""), event(4460, "purchase", "", "c0", "7"));
    app(2, event(4460, "purchase", "", "c2", ""));

    assertTouchpoints(
        nights("app_events", 2),
        """
        touchpoint_key            | campaign | ended_at            | order_key
        300/app/com.prism.home/p1 | c0       | 2026-06-01 09:01:00 | -
        """);
  }

  @Test
  void aVisitOverMidnightKeepsTheDayThatIsNotDeliveredAgain() {
    String late = web("20260531", "1780271990000000", "session_start");
    String early = web("20260601", "1780272010000000", "page_view");
    ga4(1, late + early);
    ga4(2, web("20260531", "1780200000000000", "session_start").replace("100", "50"));

    assertTouchpoints(
        nights("ga4_events", 2),
        """
        touchpoint_key  | happened_at         | ended_at
        100/ga4/home/u1 | 2026-06-01 00:00:10 | 2026-06-01 00:00:10
        50/ga4/home/u1  | 2026-05-31 04:00:00 | 2026-05-31 04:00:00
        """);
  }

  @Test
  void aReceiptStandsAsLongAsOneOfItsLinesDoes() {
    file("till/2026-06-01/ny/a.csv", LINES + line("R1,1", "12:00:00") + line("R2,1", "12:05:00"));
    file("till/2026-06-01/ny/b.csv", LINES + line("R1,2", "12:01:00") + line("R1,3", "12:02:00"));
    file("till/2026-06-02/ny/a.csv", LINES + line("R3,1", "12:07:00"));
    Source till = NightFiles.source("till", "delivery: append", "delivery: file");

    Rows.assertRows(
        nights(till, 2).select("order_key", "record_key", "also_told_by", "ordered_at"),
        """
        order_key    | record_key     | also_told_by     | ordered_at
        till/R1/Home | till/ny/R1/2   | [till/ny/R1/3]   | 2026-06-01 16:01:00
        till/R3/Home | till/ny/R3/1   | []               | 2026-06-01 16:07:00
        """);
  }

  private void assertTouchpoints(SilverHouse house, String rows) {
    Rows.assertRows(house.table(Touchpoints.TABLE), rows);
  }

  private Dataset<Row> nights(Source till, int days) {
    return nights(List.of(till), days).table(Orders.TABLE);
  }

  private SilverHouse nights(String source, int days) {
    Path yaml = SOURCES.resolve(source + ".yaml");
    return nights(List.of(YamlFile.read(yaml, Source.class)), days);
  }

  /** A lakehouse after so many nights, which equals that of one night for all of them. */
  private SilverHouse nights(List<Source> sources, int days) {
    SilverHouse daily = house("days", sources);
    for (int day = 0; day < days; day++) {
      assertThat(daily.night(FIRST.plusDays(day)).isPublished()).isTrue();
    }
    SilverHouse once = house("once", sources);
    assertThat(once.night(FIRST.plusDays(days - 1)).isPublished()).isTrue();
    assertThat(daily.silver()).isEqualTo(once.silver());
    return daily;
  }

  private SilverHouse house(String name, List<Source> sources) {
    return new SilverHouse(folder.resolve(name), folder.resolve("landing"), sources, BUSINESS);
  }

  private void app(int day, String... events) {
    file("app_events/2026-06-0" + day + "/events.csv.gz", EVENTS + String.join("", events));
  }

  private static String event(int at, String name, String user, String campaign, String order) {
    return "178030%d000000,%s,p1,%s,com.prism.home,300,email,%s,%s\n"
        .formatted(at, name, user, campaign, order);
  }

  private void ga4(int day, String events) {
    file("ga4_events/2026-06-0" + day + "/home.jsonl.gz", events);
  }

  private static String web(String date, String micros, String name) {
    return """
        {"event_date":"%s","event_timestamp":"%s","event_name":"%s","user_pseudo_id":"u1",\
        "event_params":[{"key":"ga_session_id","value":{"int_value":"100"}}]}
        """
        .formatted(date, micros, name);
  }

  private static String line(String place, String time) {
    return "%s,2026-06-01 %s,Home,A,1,4.00,USD,\n".formatted(place, time);
  }

  private void file(String path, String text) {
    Path file = folder.resolve("landing").resolve(path);
    try {
      Files.createDirectories(file.getParent());
      OutputStream plain = Files.newOutputStream(file);
      try (OutputStream out = path.endsWith(".gz") ? new GZIPOutputStream(plain) : plain) {
        out.write(text.getBytes(UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
