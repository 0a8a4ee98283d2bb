package io.tributary.silver;

import io.tributary.Rows;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ProfileRowsTest {
  @Test
  void aProfileIsAsItWasLastAndKnownSinceTheFirst() {
    Dataset<Row> told =
        Rows.of(
            CustomerRecord.TABLE,
            """
            record_key | city | signed_up_at        | updated_at
            a          | Bonn | 2026-01-05 00:00:00 | 2026-01-05 00:00:00
            a          | Köln | 2026-02-05 00:00:00 | 2026-02-05 00:00:00
            a          | -    | 2026-01-01 00:00:00 | -
            b          | Bonn | -                   | 2026-02-05 00:00:00
            b          | Ulm  | -                   | 2026-02-05 00:00:00
            """);

    Rows.assertRows(
        ProfileRows.latest(told),
        """
        record_key | city | signed_up_at        | updated_at
        a          | Köln | 2026-01-01 00:00:00 | 2026-02-05 00:00:00
        b          | Ulm  | -                   | 2026-02-05 00:00:00
        """);
  }

  @Test
  void profilesWithoutADayOfSigningUpAreAsTheyWereLast() {
    Dataset<Row> told =
        Rows.of(
            ContactPoints.TABLE,
            """
            record_key | city | updated_at
            a          | Köln | 2026-02-05 00:00:00
            a          | Bonn | 2026-01-05 00:00:00
            """);

    Rows.assertRows(ProfileRows.latest(told), "record_key | city\na | Köln");
  }
}
