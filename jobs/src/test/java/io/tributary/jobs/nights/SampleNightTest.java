package io.tributary.jobs.nights;

import static java.util.Comparator.naturalOrder;
import static java.util.Map.entry;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.jobs.command.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample's night, end to end, against what was spoiled in it on purpose. */
class SampleNightTest {
  @TempDir private static Path folder;
  private static SampleHouse house;
  private static List<SpoiledRecord> spoiled;
  private static Set<String> replaced;

  @BeforeAll
  static void theNight() throws IOException {
    house = SampleHouse.in(folder);
    spoiled =
        SpoiledRecord.all(Shell.HOME.resolve("sample-data/truth/faults.csv"), house.landing());
    assertThat(house.tributary("nightly").exitCode()).isZero();
    replaced = Replaced.places(house, Shell.HOME.resolve("conf/sources"));
  }

  @Test
  void nothingIsReadBesideWhatLanded() throws IOException {
    assertThat(house.accounts().keySet()).noneMatch(file -> file.startsWith(".."));
    try (Stream<Path> sources = Files.walk(Shell.HOME.resolve("conf"))) {
      assertThat(sources.filter(Files::isRegularFile))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(file).content().doesNotContain("truth"));
    }
  }

  @Test
  void everyKindOfFaultIsInTheSample() {
    assertThat(
            spoiled.stream()
                .collect(
                    groupingBy(SpoiledRecord::expected, mapping(SpoiledRecord::kind, toSet()))))
        .containsOnly(
            entry(
                "quarantined",
                Set.of(
                    "malformed",
                    "impossible_value",
                    "swapped_columns",
                    "unknown_currency",
                    "truncated_file",
                    "latin_1")),
            entry("duplicate", Set.of("duplicate", "file_twice")),
            entry("superseded", Set.of("restated")),
            entry(
                "accepted",
                Set.of("wrong_currency", "out_of_order", "late_1", "late_3", "late_28")),
            entry("alert", Set.of("header_renamed", "extra_column", "empty_file")));
  }

  /** All that is clean stands, but for what a later delivery puts another in the place of. */
  @Test
  void eachFileIsAccountedForAsWhatWasSpoiledInItSays() throws IOException {
    Map<String, Long> superseded =
        replaced.stream()
            .collect(groupingBy(place -> place.substring(0, place.indexOf('#')), counting()));
    Map<String, Account> expected = new HashMap<>();
    for (Path path : filesOfSources()) {
      String file = house.below(path.toString());
      long landed = isWholly("quarantined", file) ? 1 : LandedRecords.in(path);
      long duplicate = isWholly("duplicate", file) ? landed : spoiled(file, "duplicate");
      long aside = spoiled(file, "quarantined");
      expected.put(file, Account.but(landed, duplicate, superseded.getOrDefault(file, 0L), aside));
    }

    assertThat(house.accounts())
        .hasSizeGreaterThan(900)
        .containsExactlyInAnyOrderEntriesOf(expected);
  }

  /** The orders that connectors land lie beside the shop's own, and are of no source. */
  private static List<Path> filesOfSources() throws IOException {
    try (Stream<Path> files = Files.walk(house.landing())) {
      return files
          .filter(Files::isRegularFile)
          .filter(
              file -> {
                Path source = house.landing().relativize(file).getName(0);
                return Files.exists(Shell.HOME.resolve("conf/sources/" + source + ".yaml"));
              })
          .toList();
    }
  }

  private static boolean isWholly(String outcome, String file) {
    return spoiled.stream()
        .anyMatch(one -> one.isWhole() && one.file().equals(file) && one.outcome().equals(outcome));
  }

  private static long spoiled(String file, String outcome) {
    return spoiled.stream()
        .filter(one -> one.file().equals(file) && one.outcome().equals(outcome))
        .filter(one -> !replaced.contains(one.place()))
        .count();
  }

  @Test
  void aStockFigurePutRightTheNextDayIsReplacedAndNoOther() {
    assertThat(replaced)
        .filteredOn(place -> place.startsWith("erp_stock/"))
        .containsExactlyInAnyOrderElementsOf(places(one -> one.kind().equals("restated")));
  }

  @Test
  void whatCannotBeRightIsSetAsideAndNoCleanRecordWithIt() {
    assertThat(aside().keySet())
        .containsExactlyInAnyOrderElementsOf(places(one -> one.outcome().equals("quarantined")));
  }

  private static List<String> places(Predicate<SpoiledRecord> chosen) {
    return spoiled.stream().filter(chosen).map(SpoiledRecord::place).toList();
  }

  /** The reasons of what was set aside, by its place, without what differs from line to line. */
  private static Map<String, String> aside() {
    return house.rows("select file, position, reason from ops.quarantine", 3).stream()
        .collect(
            toMap(
                row -> SpoiledRecord.place(house.below(row[0]), row[1]),
                row -> withoutNumbers(told(row[2]))));
  }

  private static String withoutNumbers(String reason) {
    return reason
        .replaceFirst("^line [\\d,]+: ", "")
        .replaceFirst("\\d+ cells under \\d+ names", "N cells under M names")
        .replaceFirst("byte \\d+(,\\d{3})*", "byte N");
  }

  /** What is said, without the quotes of a cell and with no path above the landing folder. */
  private static String told(String cell) {
    return cell.replaceAll("^\"|\"$", "").replace(house.landing() + "/", "");
  }

  @Test
  void whatIsSetAsideSaysWhyInWords() {
    Map<String, String> reasons = aside();

    assertThat(
            spoiled.stream()
                .filter(one -> reasons.containsKey(one.place()))
                .map(one -> String.join(" | ", one.source(), one.kind(), reasons.get(one.place())))
                .distinct()
                .sorted())
        .isEqualTo(
            """
            agency_fees | truncated_file | agency_fees/2026-06-22/fees.csv.gz: the gzip is cut short at byte N, after 0 inflated bytes; have it delivered again
            app_events | impossible_value | event_timestamp is not BIGINT; touchpoints.happened_at is missing
            app_events | malformed | N cells under M names; look for a delimiter or a line end without quotes
            app_events | swapped_columns | event_timestamp is not BIGINT; touchpoints.happened_at is missing
            coupon_redemptions | impossible_value | coupon_redemptions: broken rule: discount is not negative
            coupon_redemptions | unknown_currency | coupon_redemptions: broken rule: currency is one of EUR, GBP, USD
            erp_stock | impossible_value | inventory: broken rule: stock is not negative
            erp_stock | malformed | N cells under M names; look for a delimiter or a line end without quotes
            erp_stock | swapped_columns | on_hand is not BIGINT; inventory.brand is missing; inventory.on_hand is missing
            ga4_events | impossible_value | event_timestamp is not BIGINT; touchpoints.happened_at is missing
            ga4_events | malformed | not JSON at byte N of the record
            ga4_events | malformed | the JSON ends early at byte N of the record
            google_ads | impossible_value | ad_spend: broken rule: cost is not negative
            market_delivery | impossible_value | media_delivery: broken rule: frequency is at least 1
            market_delivery | unknown_currency | media_delivery: broken rule: currency is one of EUR, GBP, USD
            meta_ads | impossible_value | ad_spend: broken rule: cost is not negative
            meta_ads | unknown_currency | ad_spend: broken rule: currency is one of EUR, GBP, USD
            retailer_clicks | malformed | a quote is not closed, or text follows a closing quote
            retailer_clicks | swapped_columns | clicked_at is not TIMESTAMP; touchpoints.happened_at is missing
            reviews | latin_1 | reviews/2026-06-19/beauty.jsonl.gz: not UTF-8 at byte N; set encoding to the charset the source writes
            support_chats | malformed | a header without a colon; the message is cut, or an empty line above its text is missing
            tiktok_ads | impossible_value | original_cost is not DECIMAL(18,6); ad_spend.original_cost is missing
            tv_delivery | empty_file | tv_delivery/2026-06-26/tv.csv.gz: empty (0 bytes); have it delivered again
            walmart_sales | impossible_value | ['POS Qty'] is not BIGINT; retailer_sales.units is missing
            walmart_sales | malformed | N cells under M names; look for a delimiter or a line end without quotes
            walmart_sales | swapped_columns | ['Market Nbr'] is not INT; retailer_sales.market_code is missing
            """
                .lines()
                .toList());
  }

  @Test
  void eachChangeOfAFilesFormRaisesAnAlertWhenItFirstComes() {
    Map<String, String> alerts =
        house.rows("select subject, message from ops.alerts", 2).stream()
            .filter(row -> row[0].startsWith(house.landing().toString()))
            .collect(toMap(row -> house.below(row[0]), row -> told(row[1])));
    Map<String, String> changed =
        spoiled.stream()
            .filter(SpoiledRecord::isWhole)
            .filter(one -> !one.kind().equals("file_twice"))
            .collect(
                toMap(
                    SpoiledRecord::kind,
                    SpoiledRecord::file,
                    BinaryOperator.minBy(naturalOrder())));

    assertThat(alerts.keySet()).containsExactlyInAnyOrderElementsOf(changed.values());
    assertThat(
            changed.entrySet().stream()
                .map(kind -> kind.getKey() + " | " + alerts.get(kind.getValue()))
                .sorted())
        .isEqualTo(
            """
            empty_file | The file was set aside whole: tv_delivery/2026-06-26/tv.csv.gz: empty (0 bytes); have it delivered again.
            extra_column | The columns are not those of 2026-06-20 (new: engagement_time_msec); map what is new in the source's YAML where a table has use for it.
            header_renamed | The columns are not those of 2026-06-24 (gone: dma; new: dma_code); what the source's YAML reads of a column that is gone is empty from here on.
            latin_1 | The file was set aside whole: reviews/2026-06-19/beauty.jsonl.gz: not UTF-8 at byte 129; set encoding to the charset the source writes.
            truncated_file | The file was set aside whole: agency_fees/2026-06-22/fees.csv.gz: the gzip is cut short at byte 421, after 0 inflated bytes; have it delivered again.
            """
                .lines()
                .toList());
  }

  @Test
  void whatAPersonRefusedStandsRefusedWhateverItWasSaidUnder() throws IOException {
    Map<String, List<String>> standing = new HashMap<>();
    house
        .rows(
            "select master_customer_id, lower(brand), purpose, channel, status"
                + " from silver.consent_standing where master_customer_id is not null",
            5)
        .forEach(row -> said(standing, row[0], row).add(row[4]));
    Map<String, Set<String>> people = new HashMap<>();
    Map<String, String> links =
        house.rows("select record_key, master_customer_id from silver.identity_links", 2).stream()
            .collect(toMap(row -> row[0], row -> row[1]));
    for (String[] record : truth("records.csv")) {
      String key = Stream.of(record).limit(3).filter(part -> !part.isEmpty()).collect(joining("/"));
      Optional.ofNullable(links.get(key))
          .ifPresent(id -> people.computeIfAbsent(record[3], none -> new HashSet<>()).add(id));
    }

    Map<String, Long> found =
        truth("consent.csv").stream()
            .collect(
                groupingBy(row -> row[4] + " as " + strictest(people, standing, row), counting()));

    // Whoever shares a mailbox is refused what the other refused.
    assertThat(found)
        .containsOnlyKeys("denied as denied", "granted as granted", "granted as denied");
    assertThat(found.get("granted as denied")).isLessThan(found.get("granted as granted") / 100);
  }

  private static String strictest(
      Map<String, Set<String>> people, Map<String, List<String>> standing, String[] row) {
    return people.getOrDefault(row[0], Set.of()).stream()
        .flatMap(id -> said(standing, id, row).stream())
        .min(naturalOrder())
        .orElse("nothing");
  }

  private static List<String> said(Map<String, List<String>> all, String id, String[] row) {
    String topic = String.join(",", id, row[1], row[2], row[3]);
    return all.computeIfAbsent(topic, none -> new ArrayList<>());
  }

  private static List<String[]> truth(String file) throws IOException {
    try (Stream<String> lines =
        Files.lines(Shell.HOME.resolve("sample-data/truth").resolve(file))) {
      return lines.skip(1).map(line -> line.split(",", -1)).toList();
    }
  }

  @Test
  void aSecondNightFindsNothingNew() {
    Shell.Outcome again = house.tributary("nightly");

    assertThat(again.exitCode()).as(again.err()).isZero();
    assertThat(again.out()).contains("found nothing new");
  }
}
