package io.tributary.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.lake.TributaryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
  private static final String SOUND =
      """
      lakehouse: ../lakehouse
      landing: s3a://bucket/landing
      sources: [sources]
      """;

  @TempDir private Path home;
  private Path file;

  @BeforeEach
  void aProject() throws IOException {
    Path conf = Files.createDirectories(home.resolve("conf"));
    file = conf.resolve("shop.yaml");
    source("sources/till.yaml", "till");
  }

  @Test
  void pathsAreRelativeToTheFileAndRemoteOnesStay() throws IOException {
    Settings settings = read(SOUND);

    assertThat(settings.lakehouse()).isEqualTo(home + "/lakehouse");
    assertThat(settings.restricted()).isEqualTo(home + "/lakehouse/restricted");
    assertThat(settings.landing()).isEqualTo("s3a://bucket/landing");
    assertThat(settings.segments()).isEqualTo(home.resolve("conf/segments.yaml"));
  }

  @Test
  void whatIsLeftOutHasADefault() throws IOException {
    Settings settings = read(SOUND);

    assertThat(settings.currency()).isEqualTo("EUR");
    assertThat(settings.zone()).isEqualTo(ZoneId.of("UTC"));
    assertThat(settings.asOf()).isEqualTo(AsOf.LATEST);
    assertThat(settings.brands()).isEmpty();
    assertThat(settings.hashKeyVariable()).isEqualTo("TRIBUTARY_HASH_KEY");
    assertThat(settings.sharedIdentifierLimit()).isEqualTo(5);
  }

  @Test
  void aBrandWithoutAZoneCountsItsDaysInTheDefaultZone() throws IOException {
    Settings settings =
        read(SOUND + "zone: Europe/Rome\nbrands:\n  home: {zone: Asia/Tokyo}\n  kids: {}\n");

    assertThat(settings.brands())
        .isEqualTo(Map.of("home", ZoneId.of("Asia/Tokyo"), "kids", ZoneId.of("Europe/Rome")));
  }

  @Test
  void sourcesComeFromFoldersFilesAndInPlace() throws IOException {
    source("more.yaml", "crm");

    Settings settings =
        read(
            """
            lakehouse: lakehouse
            landing: landing
            sources:
              - sources
              - more.yaml
              - name: web
                format: jsonl
            """);

    assertThat(settings.sources()).extracting("name").containsExactly("crm", "till", "web");
  }

  @Test
  void anotherLakehouseHasARestrictedRootOfItsOwn() throws IOException {
    Settings settings = read(SOUND + "restricted: /vault\n").withLakehouse("/replay");

    assertThat(settings.lakehouse()).isEqualTo("/replay");
    assertThat(settings.restricted()).isEqualTo("/replay/restricted");
  }

  @Test
  void everyFaultNamesFileLineKeyAndWhatIsAllowed() {
    assertFault(SOUND + "curency: EUR\n", 4, "unknown key 'curency'", "currency");
    assertFault(SOUND + "currency: Euro\n", 4, "currency: found 'Euro'", "ISO 4217");
    assertFault(SOUND + "zone: Berlin\n", 4, "zone: found 'Berlin'", "Europe/Berlin");
    assertFault(SOUND + "as_of: today\n", 4, "as_of: found 'today'", "latest, yesterday");
    assertFault(
        SOUND + "brands:\n  home: {}\n  enterprise: {}\n",
        4,
        "brands: found 'enterprise'",
        "all brands together in gold.daily_kpis");
    assertFault(SOUND + "segments: gone.yaml\n", 4, "segments: found 'gone.yaml'", "no file");
    assertFault(SOUND + "\nhash_key: swordfish\n", 5, "hash_key:", "TRIBUTARY_HASH_KEY");
    assertFault(
        "lakehouse: a\nlanding: b\nsources: [gone]\n", 3, "sources: found 'gone'", "folder");
  }

  @Test
  void faultsOfTheWholeFileNameTheKey() {
    assertThatThrownBy(() -> read("lakehouse: a\nlanding: b\n"))
        .isInstanceOf(TributaryException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("sources: is missing");
    assertThatThrownBy(() -> read(SOUND + "shared_identifier_limit: 0\n"))
        .hasMessageContaining("shared_identifier_limit: found 0; allowed are 1 and more");
  }

  @Test
  void twoSourcesOfOneNameAreRefused() throws IOException {
    source("sources/till_again.yaml", "till");

    assertFault(SOUND, 3, "sources: two sources are named 'till'", "once");
  }

  @Test
  void aSourceWhoseListsLandApartNeedsTheSourceOfTheItems() throws IOException {
    String written =
        """
        lakehouse: lakehouse
        landing: landing
        sources:
          - sources
          - name: orders
            format: jsonl
            connector: flat
            connectors:
              flat:
                files: flat_orders/{delivered}/*
                lists: {lines: {source: order_lines, parent: order_id}}
        """;

    assertFault(written, 3, "orders takes its lines from the source 'order_lines'", "missing; add");
    source("sources/lines.yaml", "order_lines");
    assertThat(read(written).sources()).extracting("name").contains("orders", "order_lines");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> SettingsReader.read(home.resolve("gone.yaml"), home, Map.of()))
        .isInstanceOf(TributaryException.class)
        .hasMessageContaining(home.resolve("gone.yaml").toString());
  }

  @Test
  void theEnvironmentsKeyComesBeforeThePublicOneAndNeverShows() throws IOException {
    Files.writeString(file, SOUND + "hash_key: public-sample-key\nhash_key_variable: SHOP_KEY\n");

    Settings settings = SettingsReader.read(file, home, Map.of("SHOP_KEY", "0123456789abcdef0123"));

    assertThat(settings.requireHashKey().value()).isEqualTo("0123456789abcdef0123");
    assertThat(settings.requireHashKey().isPublic()).isFalse();
    assertThat(settings.toString()).doesNotContain("0123456789abcdef");
  }

  @Test
  void aShortKeyIsRefusedWithoutRepeatingIt() throws IOException {
    Files.writeString(file, SOUND);

    assertThatThrownBy(
            () -> SettingsReader.read(file, home, Map.of("TRIBUTARY_HASH_KEY", "hunter2")))
        .isInstanceOf(TributaryException.class)
        .hasMessageContaining("TRIBUTARY_HASH_KEY holds 7 characters")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void withoutAnyKeyARunIsToldHowToMakeOne() throws IOException {
    Settings settings = read(SOUND);

    assertThatThrownBy(settings::requireHashKey)
        .isInstanceOf(TributaryException.class)
        .hasMessageContaining("TRIBUTARY_HASH_KEY is not set")
        .hasMessageContaining("openssl rand");
  }

  private void assertFault(String yaml, int line, String found, String allowed) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(TributaryException.class)
        .hasMessageStartingWith(file + ", line " + line + ": ")
        .hasMessageContaining(found)
        .hasMessageContaining(allowed);
  }

  private Settings read(String yaml) throws IOException {
    Files.writeString(file, yaml);
    return SettingsReader.read(file, home, Map.of());
  }

  private void source(String path, String name) throws IOException {
    Path yaml = home.resolve("conf").resolve(path);
    Files.createDirectories(yaml.getParent());
    Files.writeString(yaml, "name: " + name + "\nformat: csv\n");
  }
}
