package io.tributary.silver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.bronze.source.Source;
import io.tributary.lake.YamlFile;
import io.tributary.lake.ops.Files;
import io.tributary.lake.ops.Quarantine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tells the events of the sample's websites and apps from each other. */
class EventKeysTest {
  private static final Path SOURCES =
      Path.of(System.getProperty("project.root", ".."), "conf", "sources");
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
  private static final String APP =
      "event_timestamp,event_name,user_pseudo_id,user_id,app_id,ga_session_id,medium,campaign,transaction_id\n";

  @TempDir private Path folder;

  @Test
  void twoEventsOfOneMicrosecondBothTellOfTheirVisit() {
    SilverHouse house =
        night(
            "app_events",
            "events.csv.gz",
            APP
                + "1780304400000000,session_start,p1,,com.prism.home,300,,,\n"
                + "1780304400000000,purchase,p1,,com.prism.home,300,,,7\n"
                + "1780304400000000,purchase,p1,,com.prism.home,300,,,7\n");

    Rows.assertRows(
        house.table(Touchpoints.TABLE),
        "touchpoint_key | order_key\n300/app/com.prism.home/p1 | shop/home/7");
    assertAccounts(house, "3 | 2 | 1 | 0 | 0");
  }

  @Test
  void batchedEventsOfOneNameAndTimeAreTwo() {
    SilverHouse house =
        night(
            "ga4_events",
            "home.jsonl.gz",
            web("u1", "100", "a", "1")
                + web("u1", "100", "b", "1")
                + web("u1", "100", "b", "2")
                + web("u1", "100", "b", "2"));

    assertAccounts(house, "4 | 3 | 1 | 0 | 0");
  }

  @Test
  void eventsWithoutConsentAreAcceptedAndMakeNoVisit() {
    SilverHouse web =
        night(
            "ga4_events",
            "home.jsonl.gz",
            web(null, "100", "a", "1") + web("u1", null, "a", "1") + web(null, null, "a", "1"));
    SilverHouse app =
        night(
            "app_events",
            "events.csv.gz",
            APP
                + "1780304400000000,screen_view,,,com.prism.home,300,,,\n"
                + "1780304400000000,screen_view,p1,,com.prism.home,,,,\n");

    assertAccounts(web, "3 | 3 | 0 | 0 | 0");
    assertAccounts(app, "2 | 2 | 0 | 0 | 0");
    for (SilverHouse house : List.of(web, app)) {
      assertThat(house.table(Touchpoints.TABLE).count()).isZero();
      assertThat(house.table(Quarantine.TABLE).count()).isZero();
    }
  }

  /** Landed, accepted, duplicate, superseded, quarantined. */
  private static void assertAccounts(SilverHouse house, String counts) {
    assertThat(
            Rows.of(
                house
                    .table(Files.TABLE)
                    .select("landed", "accepted", "duplicate", "superseded", "quarantined")))
        .containsExactly(counts);
  }

  private SilverHouse night(String source, String file, String text) {
    file(source + "/2026-06-01/" + file, text);
    Source described = YamlFile.read(SOURCES.resolve(source + ".yaml"), Source.class);
    Business business = new Business("USD", "America/New_York", Map.of());
    SilverHouse house =
        new SilverHouse(
            folder.resolve("house of " + source),
            folder.resolve("landing"),
            List.of(described),
            business);
    assertThat(house.night(DAY).isPublished()).isTrue();
    return house;
  }

  private static String web(String browser, String visit, String page, String place) {
    String session =
        visit == null
            ? ""
            : ",{\"key\":\"ga_session_id\",\"value\":{\"int_value\":\"%s\"}}".formatted(visit);
    return """
        {"event_date":"20260601","event_timestamp":"1780304400000000","event_name":"page_view",\
        "user_pseudo_id":%s,"batch_event_index":"%s",\
        "event_params":[{"key":"page","value":{"string_value":"%s"}}%s]}
        """
        .formatted(browser == null ? "null" : '"' + browser + '"', place, page, session);
  }

  private void file(String path, String text) {
    Path file = folder.resolve("landing").resolve(path);
    try {
      java.nio.file.Files.createDirectories(file.getParent());
      try (var out = new GZIPOutputStream(java.nio.file.Files.newOutputStream(file))) {
        out.write(text.getBytes(UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
