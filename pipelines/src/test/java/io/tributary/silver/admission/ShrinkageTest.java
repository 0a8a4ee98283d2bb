package io.tributary.silver.admission;

import static java.util.stream.Collectors.joining;

import io.tributary.Rows;
import io.tributary.lake.ops.Alerts;
import io.tributary.silver.Business;
import io.tributary.silver.NightFiles;
import io.tributary.silver.SilverHouse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries that hold a part of what they replace. */
class ShrinkageTest {
  @TempDir private Path folder;

  private SilverHouse house;

  @BeforeEach
  void open() {
    house =
        new SilverHouse(
            folder.resolve("lakehouse"),
            folder.resolve("landing"),
            List.of(NightFiles.source("spend")),
            new Business("USD", "America/New_York", Map.of()));
  }

  @Test
  void aDayOfWhichAPartComesAgainIsToldOf() {
    night(1, of(1, 1200));
    night(2, of(1, 3) + of(2, 150));

    assertAlerts(
        """
        run | subject | message
        2   | spend   | spend/2026-06-01 has 3 records where 1,200 stood: the newest delivery replaces all that was told before, and it told of a part. Have it delivered whole.
        """);
  }

  @Test
  void ofSeveralTheOneThatLostMostIsNamed() {
    night(1, of(1, 120) + of(2, 300) + of(3, 100));
    night(4, of(1, 10) + of(2, 149) + of(3, 49));

    assertAlerts(
        """
        run | subject | message
        2   | spend   | spend/2026-06-02 has 149 records where 300 stood, and so have 2 others: the newest delivery replaces all that was told before, and it told of a part. Have it delivered whole.
        """);
  }

  @Test
  void aDayThatComesAgainAlmostWholeAndASmallOneAreNot() {
    night(1, of(1, 120) + of(2, 99));
    night(3, of(1, 60) + of(2, 1));

    assertAlerts("run | subject | message\n");
  }

  private void assertAlerts(String expected) {
    Rows.assertRows(house.table(Alerts.TABLE), expected);
  }

  private void night(int day, String lines) {
    String date = "2026-06-0" + day;
    new NightFiles(folder.resolve("landing"))
        .file("spend/" + date + "/spend.csv", "day,campaign,cost,currency\n" + lines);
    house.night(LocalDate.parse(date));
  }

  /** Lines of so many campaigns on a day. */
  private static String of(int day, int campaigns) {
    return IntStream.range(0, campaigns)
        .mapToObj(campaign -> "2026-06-0" + day + ",c" + campaign + ",1.00,USD\n")
        .collect(joining());
  }
}
