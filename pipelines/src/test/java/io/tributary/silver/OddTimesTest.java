package io.tributary.silver;

import io.tributary.Rows;
import io.tributary.lake.ops.Quarantine;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OddTimesTest {
  @TempDir private Path folder;

  /** East of Greenwich the greatest instant has no local time at all. */
  @Test
  void anEventAtTheEndOfTimeIsSetAsideAndTheNightGoesOn() {
    String event =
        """
        {"event_date":"20260619","event_timestamp":"%s","event_name":"session_start","event_params":[{"key":"ga_session_id","value":{"int_value":"%d"}}],"user_pseudo_id":"1.2"}
        """;
    SilverHouse house =
        new ConfHouse(folder, "ga4_events")
            .file(
                "ga4_events/2026-06-20/beauty.jsonl.gz",
                event.formatted("9223372036854775807", 1)
                    + event.formatted("1781669239651297000", 2)
                    + event.formatted("1781669239651297", 3))
            .night(LocalDate.of(2026, 6, 20));

    Rows.assertRows(
        house.table(Touchpoints.TABLE),
        """
        touchpoint_key      | happened_at                | activity_date
        3/ga4/beauty/1.2    | 2026-06-17 04:07:19.651297 | 2026-06-17
        """);
    Rows.assertRows(
        house.table(Quarantine.TABLE),
        """
        position | reason
        0        | touchpoints.happened_at is not between 1900 and 2199
        1        | touchpoints.happened_at is not between 1900 and 2199
        """);
  }
}
