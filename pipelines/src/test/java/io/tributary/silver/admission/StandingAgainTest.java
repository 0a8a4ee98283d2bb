package io.tributary.silver.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.bronze.source.Source;
import io.tributary.lake.ops.Files;
import io.tributary.silver.AdSpend;
import io.tributary.silver.Business;
import io.tributary.silver.CustomerRecord;
import io.tributary.silver.NightFiles;
import io.tributary.silver.SilverHouse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that two files or two windows hold, and that the one they stand in loses. */
class StandingAgainTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 6, 3);

  @TempDir private Path folder;

  @Test
  void ofAFileThatLostARecordAnotherFilesCopyStandsAgain() {
    branch("2026-06-01/north", "a,true,Bonn", "b,true,Ulm");
    branch("2026-06-01/south", "c,true,Kiel");
    branch("2026-06-02/south", "b,true,Jena", "c,true,Kiel");
    branch("2026-06-03/south", "c,true,Kiel");

    SilverHouse daily =
        dayByDay(
            NightFiles.source(
                "members",
                "{account}.csv\nformat: csv\ndelivery: snapshot",
                "*.csv\nformat: csv\ndelivery: file"));

    Rows.assertRows(
        daily.table(CustomerRecord.TABLE),
        """
        record_key | city
        members/a  | Bonn
        members/b  | Ulm
        members/c  | Kiel
        """);
  }

  @Test
  void ofAWindowThatLostARecordAnotherWindowsCopyStandsAgain() {
    spend("2026-06-01", "2026-06-01,c1,10");
    spend("2026-06-02", "2026-06-02,c1,20", "2026-06-02,c2,4");
    spend("2026-06-03", "2026-06-02,c2,5");

    SilverHouse daily =
        dayByDay(
            NightFiles.source(
                "spend", "key: [record:day, record:campaign]", "key: record:campaign"));

    Rows.assertRows(
        daily.table(AdSpend.TABLE),
        """
        spend_key     | original_cost
        c1/2026-06-01 | 10.00
        c2/2026-06-02 | 5.00
        """);
  }

  /** What three nights make, which is what one night makes of all three days. */
  private SilverHouse dayByDay(Source source) {
    SilverHouse daily = house("daily", source);
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      assertThat(daily.night(day).isPublished()).isTrue();
    }
    SilverHouse atOnce = house("once", source);
    assertThat(atOnce.night(LAST).isPublished()).isTrue();
    assertThat(daily.silver()).isEqualTo(atOnce.silver());
    assertThat(daily.ledger(Files.FILE.col())).isEqualTo(atOnce.ledger(Files.FILE.col()));
    return daily;
  }

  private SilverHouse house(String name, Source source) {
    return new SilverHouse(
        folder.resolve(name),
        folder.resolve("landing"),
        List.of(source),
        new Business("USD", "America/New_York", Map.of()));
  }

  private void branch(String name, String... members) {
    StringBuilder text = new StringBuilder("id,verified,city,email,since,changed\n");
    for (String member : members) {
      text.append(member).append(",x@x.example,2026-01-01,2026-01-01\n");
    }
    file("members/" + name + ".csv", text.toString());
  }

  private void spend(String delivered, String... lines) {
    StringBuilder text = new StringBuilder("day,campaign,cost,currency\n");
    for (String line : lines) {
      text.append(line).append(",USD\n");
    }
    file("spend/" + delivered + "/spend.csv", text.toString());
  }

  private void file(String path, String text) {
    new NightFiles(folder.resolve("landing")).file(path, text);
  }
}
