package io.tributary.silver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ConsentTest {
  private static final KeyedHash HASH = new KeyedHash("a key for tests".getBytes(UTF_8));

  @Test
  void whatSpeaksIsHashedHoweverItIsTyped() {
    Dataset<Row> consent =
        Consent.of(
            Mapped.rows(
                Consent.MAPPING,
                """
                consent_key | email         | loyalty_id | brand | purpose   | channel | status  | collected_by | recorded_at
                c1          | Ann@X.example | -          | Home  | marketing | email   | granted | newsletter   | 2026-06-01 08:00:00
                c2          | ann@x.example | -          | Home  | marketing | email   | denied  | members      | 2026-06-01 08:00:00
                c3          | -             | l-77       | Home  | marketing | sms     | denied  | members      | 2026-06-01 08:00:00
                """),
            HASH);

    assertThat(consent.columns()).doesNotContain("email", "loyalty_id");
    Rows.assertRows(
        consent,
        """
        consent_key | subject_kind | subject_hash
        c1          | email        | %1$s
        c2          | email        | %1$s
        c3          | loyalty      | %2$s
        """
            .formatted(HASH.of("ann@x.example"), HASH.of("L-77")));
  }

  @Test
  void ofEachFormTheLastCountsAndOfSeveralTheStrictest() {
    Dataset<Row> consent =
        Rows.of(
            Consent.TABLE,
            """
            consent_key | subject_hash | brand | purpose   | channel | status  | collected_by | recorded_at
            c1          | ann          | Home  | marketing | email   | denied  | newsletter   | 2026-06-01 08:00:00
            c2          | ann          | Home  | marketing | email   | granted | newsletter   | 2026-06-02 23:59:59
            c3          | ann          | Home  | marketing | email   | denied  | members      | 2026-06-03 00:00:00
            c4          | ann          | Kids  | marketing | email   | granted | newsletter   | 2026-06-01 08:00:00
            c5          | bob          | Home  | marketing | email   | granted | newsletter   | 2026-06-01 08:00:00
            c6          | bob          | Home  | marketing | email   | denied  | newsletter   | 2026-06-01 08:00:00
            c7          | ann          | Home  | ads       | web     | granted | banner       | 2026-06-03 08:00:00
            """);

    Rows.assertRows(
        Consent.asOf(consent, LocalDate.of(2026, 6, 2)),
        """
        subject_hash | brand | purpose   | channel | status
        ann          | Home  | marketing | email   | granted
        ann          | Kids  | marketing | email   | granted
        bob          | Home  | marketing | email   | denied
        """);
    Rows.assertRows(
        Consent.asOf(consent, LocalDate.of(2026, 6, 3)).where("brand = 'Home'"),
        """
        subject_hash | brand | purpose   | channel | status
        ann          | Home  | marketing | email   | denied
        ann          | Home  | ads       | web     | granted
        bob          | Home  | marketing | email   | denied
        """);
  }
}
