package io.tributary.silver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.bronze.source.Source;
import io.tributary.lake.YamlFile;
import io.tributary.silver.identity.IdentityLinks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnotherKeyTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 9);
  private static final Map<String, String> SOURCES =
      Map.of(
          "shop",
          """
          name: shop
          format: csv
          key: record:id
          feeds:
            customer_record:
              columns: {brand: "'Home'", email: record:email, is_email_verified: "true"}
          """,
          "banner",
          """
          name: banner
          format: csv
          delivery: append
          feeds:
            consent:
              columns:
                consent_key: record_key
                email: record:email
                brand: "'Home'"
                purpose: "'marketing'"
                channel: "'email'"
                status: "'granted'"
                collected_by: "'banner'"
                recorded_at: record:at
          """);

  @TempDir private Path folder;

  @Test
  void underAnotherKeyEveryIdentifierIsHashedAnewAndEverybodyKeepsTheirId() throws IOException {
    NightFiles files = new NightFiles(folder.resolve("landing"));
    files.file("shop/2026-06-09/shop.csv", "id,email\n1,ann@x.example\n2,ann@x.example\n");
    files.file("banner/2026-06-09/b.csv", "email,at\nann@x.example,2026-06-01T10:00:00Z\n");
    SilverHouse house = house();
    house.nightOfPeople(DAY);
    List<String> people = Rows.of(house.table(IdentityLinks.TABLE));

    house.keyed("another").nightOfPeople(DAY.plusDays(1));

    String hash = new KeyedHash("another".getBytes(UTF_8)).of("ann@x.example");
    assertThat(texts(house.table(CustomerRecord.TABLE).select("email_hash")))
        .containsExactly(hash, hash);
    assertThat(texts(house.table(Consent.TABLE).select("subject_hash"))).containsExactly(hash);
    assertThat(Rows.of(house.table(IdentityLinks.TABLE))).isEqualTo(people);
  }

  private static List<String> texts(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(row -> row.getString(0)).toList();
  }

  private SilverHouse house() throws IOException {
    List<Source> sources = List.of(source("shop"), source("banner"));
    Business business = new Business("USD", "UTC", Map.of());
    return new SilverHouse(folder.resolve("house"), folder.resolve("landing"), sources, business);
  }

  private Source source(String name) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".yaml"), SOURCES.get(name));
    return YamlFile.read(file, Source.class);
  }
}
