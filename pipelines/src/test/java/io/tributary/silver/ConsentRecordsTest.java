package io.tributary.silver;

import io.tributary.Rows;
import io.tributary.lake.ops.Quarantine;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsentRecordsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 20);

  @TempDir private Path folder;

  @Test
  void whatIsNoAddressIsSetAsideAlone() {
    SilverHouse house =
        new ConfHouse(folder, "consent_records")
            .file(
                "consent_records/2026-06-20/consent.csv.gz",
                """
                recorded_at,subject_type,subject,brand,purpose,channel,status,legal_basis,collected_by
                2026-06-19T08:00:00+00:00,email,jane doe@x.example,Home,ads,web,denied,consent,banner
                2026-06-19T08:01:00+00:00,email,a@b@c.de,Home,ads,web,denied,consent,banner
                2026-06-19T08:02:00+00:00,email,Ann@x.example ,Home,ads,web,denied,consent,banner
                2026-06-19T08:03:00+00:00,email,jane\u00a0doe@x.example,Home,ads,web,denied,consent,banner
                """)
            .night(DAY);

    Rows.assertRows(
        house.table(Consent.TABLE), "recorded_at         | status\n2026-06-19 08:02:00 | denied");
    Rows.assertRows(
        house.table(Quarantine.TABLE),
        """
        position | reason
        0        | consent: broken rule: email is an address
        1        | consent: broken rule: email is an address
        3        | consent: broken rule: email is an address
        """);
  }

  @Test
  void aLoyaltyNumberSpeaksToo() {
    SilverHouse house =
        new ConfHouse(folder, "consent_records")
            .file(
                "consent_records/2026-06-20/consent.csv.gz",
                """
                recorded_at,subject_type,subject,brand,purpose,channel,status,legal_basis,collected_by
                2026-06-19T08:00:00+00:00,email,ann@x.example,Home,marketing,email,granted,consent,newsletter
                2026-06-19T08:01:00+00:00,loyalty_no,77,Home,marketing,email,denied,consent,membership_form
                2026-06-19T08:02:00+00:00,loyalty_no,n/a,Home,marketing,email,denied,consent,membership_form
                2026-06-19T08:03:00+00:00,device,0a1b,Home,marketing,email,denied,consent,app
                2026-06-19T08:04:00+00:00,email,,Home,marketing,email,denied,consent,newsletter
                """)
            .night(DAY);

    Rows.assertRows(
        house.table(Consent.TABLE),
        """
        recorded_at         | subject_kind | status
        2026-06-19 08:00:00 | email        | granted
        2026-06-19 08:01:00 | loyalty      | denied
        """);
    Rows.assertRows(
        house.table(Quarantine.TABLE),
        """
        position | reason
        2        | consent: broken rule: loyalty_id is a number
        3        | consent: broken rule: an email or a loyalty_id speaks, one of them
        """);
  }
}
