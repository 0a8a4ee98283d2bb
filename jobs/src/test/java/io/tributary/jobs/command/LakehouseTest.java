package io.tributary.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.lake.Lakehouse;
import io.tributary.lake.Lease;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakehouseTest {
  @TempDir private Path folder;

  @Test
  void whileAnotherRunHoldsTheLakehouseANightEndsWithFourAndReadersDoNotWait() {
    Shell shell = Shell.in(folder).withSpark();
    Lease lease = Lease.take(house());
    try {
      var night = shell.run("nightly");
      var status = shell.run("status");

      assertThat(night.exitCode()).isEqualTo(4);
      assertThat(night.err())
          .contains("process " + ProcessHandle.current().pid())
          .doesNotContain("    at ");
      assertThat(status.exitCode()).isZero();
      assertThat(status.out()).contains("process " + ProcessHandle.current().pid());
    } finally {
      lease.close();
    }
  }

  @Test
  void bronzeLandsAFileOnce() {
    Shell shell = Shell.in(folder).withSpark();

    var first = shell.run("bronze");
    var second = shell.run("bronze");
    shell.write("landing/till/2026-06-02/till.csv", "receipt,amount\n3,30.00\n");
    var third = shell.run("bronze");

    assertThat(first.exitCode()).isZero();
    assertThat(first.out()).contains("As of 2026-06-01: 1 new file of 1 source", "is published");
    assertThat(second.out()).contains("no new files", "found nothing new");
    assertThat(third.out()).contains("As of 2026-06-02: 1 new file of 1 source");
    assertThat(shell.run("sql", "select count(*) as n from bronze.till", "--csv").out())
        .isEqualTo("n\n3\n");
    assertThat(shell.run("status", "--json").out())
        .contains("\"run\":3,\"as_of\":\"2026-06-02\"", "\"end\":\"published\"", "\"lock\": []");
  }

  @Test
  void filesThatWaitAreShownBySourceUntilARunHasLandedThem() {
    Shell shell = Shell.in(folder).withSpark();
    shell.write("landing/till/2026-06-02/till.csv", "receipt,amount\n3,30.00\n");

    var waiting = shell.run("status");
    var ofTheFirst = shell.run("status", "--json", "--as-of", "2026-06-01");
    shell.run("bronze", "--as-of", "2026-06-01");
    var rest = shell.run("status", "--json");

    assertThat(waiting.out()).containsPattern("till +2 +54 +2026-06-01 +2026-06-02");
    assertThat(ofTheFirst.out())
        .contains(
            "{\"source\":\"till\",\"waiting_files\":1,\"bytes\":31,\"oldest\":\"2026-06-01\"");
    assertThat(rest.out())
        .contains(
            "{\"source\":\"till\",\"waiting_files\":1,\"bytes\":23,\"oldest\":\"2026-06-02\"");
    shell.run("bronze");
    assertThat(shell.run("status").out()).contains("No waiting files.", "No unmatched files.");
  }

  @Test
  void filesThatNoSourceTakesAreNamed() {
    Shell shell = Shell.in(folder).withSpark();
    shell.write("landing/till/2026-6-2/till.csv", "receipt,amount\n3,30.00\n");
    shell.write("landing/till/till.csv", "receipt,amount\n4,40.00\n");

    var night = shell.run("bronze");

    String words =
        "2 files in the sources' folders match the 'files' of no source and are not read: the first"
            + " is till/2026-6-2/till.csv.";
    assertThat(night.exitCode()).isZero();
    assertThat(night.out()).contains("1 new file of 1 source", words);
    assertThat(shell.run("doctor").out()).contains("doubt  landing        " + words);
    assertThat(shell.run("status").out()).containsPattern("2 +till/2026-6-2/till.csv");
    assertThat(shell.run("status", "--json").out())
        .contains("{\"file\":\"till/2026-6-2/till.csv\"},\n  {\"file\":\"till/till.csv\"}");
  }

  @Test
  void aFolderWhoseNameIsAPatternIsRefused() {
    var outcome = Shell.in(folder).withSpark().run("bronze", "--lakehouse", "lake[1]");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("lake[1] has one of [ ] { } * ? in it");
  }

  @Test
  void whatIsOutOfUseIsRemovedOnceItIsOldEnough() {
    Shell shell = Shell.in(folder).withSpark();
    shell.run("bronze");

    assertThat(shell.run("vacuum").out()).isEqualTo("0 files removed, 0 MB.\n");
    var tooSoon = shell.run("vacuum", "--keep-days", "0");
    assertThat(tooSoon.exitCode()).isEqualTo(2);
    assertThat(tooSoon.err()).contains("--keep-days: 0 is too few");
    Lease lease = Lease.take(house());
    try {
      assertThat(shell.run("vacuum").exitCode()).isEqualTo(4);
    } finally {
      lease.close();
    }
  }

  @Test
  void aDayBeforeTheLastRunsIsRefused() {
    Shell shell = Shell.in(folder).withSpark();
    shell.run("bronze");

    var outcome = shell.run("bronze", "--as-of", "2026-05-31");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("--as-of 2026-05-31 is before 2026-06-01");
  }

  @Test
  void aFolderOfAYearToComeIsRefusedAndSetsNoClock() {
    Shell shell = Shell.in(folder).withSpark();
    shell.run("bronze");
    shell.write("landing/till/2062-07-01/till.csv", "receipt,amount\n3,30.00\n");

    var misdated = shell.run("bronze");
    var told = shell.run("bronze", "--as-of", "2026-06-02");

    assertThat(misdated.exitCode()).isEqualTo(2);
    assertThat(misdated.err())
        .contains(folder.resolve("landing/till/2062-07-01/till.csv") + " is dated 2062-07-01")
        .contains("after tomorrow", "Correct its date", "--as-of");
    assertThat(told.exitCode()).as(told.err()).isZero();
    assertThat(told.out()).contains("As of 2026-06-02: no new files");
  }

  @Test
  void nothingLandedIsSaidWithTheFolder() {
    Shell shell = Shell.in(folder).withSpark();
    shell.write(
        "shop.yaml",
        """
        lakehouse: lakehouse
        landing: elsewhere
        hash_key: public-sample-key
        sources: [{name: till, format: csv}]
        """);
    shell.write("elsewhere/till/today/till.csv", "receipt,amount\n3,30.00\n");

    var outcome = shell.run("bronze");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("Nothing has landed in " + folder.resolve("elsewhere"), "--as-of")
        .contains("1 file in the sources' folders matches", "till/today/till.csv");
  }

  @Test
  void theDoctorFindsFaultsAndSaysWhatToDo() {
    Shell shell = Shell.in(folder).withSpark();

    var well = shell.run("doctor");
    shell.write("shop.yaml", "lakehouse: lakehouse\nlanding: landing\nsources: [gone]\n");
    var ill = shell.run("doctor");

    assertThat(well.exitCode()).isZero();
    assertThat(well.out()).contains("ok     landing", "1 file", "doubt  hash key", "last run");
    assertThat(ill.exitCode()).isEqualTo(2);
    assertThat(ill.out()).contains("fault  configuration", "sources: found 'gone'");
  }

  @Test
  void assumptionsAreRecordedBesideWhatHeldBefore() {
    Shell shell = Shell.in(folder).withSpark();

    var before = shell.run("assumptions", "list");
    var set =
        shell.run(
            ("assumptions set --name gross_margin --brand kids --value 0.38"
                    + " --effective-from 2026-07-01 --owner finance")
                .split(" "));

    assertThat(before.out()).contains("gross_margin", "0.42", "Not on record yet");
    assertThat(set.exitCode()).isZero();
    assertThat(set.out()).contains("gross_margin for kids is 0.38 from 2026-07-01 on");
    assertThat(
            shell
                .run(
                    "sql",
                    "select name, brand, value from governance.assumptions order by 1, 2",
                    "--csv")
                .out())
        .isEqualTo(
            """
            name,brand,value
            gross_margin,,0.420000
            gross_margin,kids,0.380000
            lifespan_years,,3.200000
            """);
  }

  @Test
  void aDayBeforeAnyAssumptionKeepsANightBackUntilOneIsRecordedForIt() {
    Shell shell = MediaShop.in(folder);
    MediaShop.delivers(shell, "2026-06-01", "2026-06-01,search,brand,10.00");
    var good = shell.run("nightly");
    MediaShop.delivers(shell, "2026-06-02", "1970-01-01,search,brand,10.00");

    var gated = shell.run("nightly");
    var set =
        shell.run(
            ("assumptions set --name gross_margin --value 0.40 --effective-from 1970-01-01"
                    + " --owner finance")
                .split(" "));
    var mended = shell.run("nightly");

    assertThat(good.exitCode()).as(good.out() + good.err()).isZero();
    assertThat(gated.exitCode()).as(gated.err()).isEqualTo(3);
    assertThat(gated.err())
        .contains("gold.daily_kpis: No value of gross_margin holds on 1970-01-01")
        .contains("assumptions set", "the last good version stands")
        .doesNotContain("    at ");
    assertThat(set.out()).contains("gross_margin for every brand is 0.40 from 1970-01-01 on");
    assertThat(set.exitCode()).as("daily_kpis still waits for a night").isEqualTo(3);
    assertThat(mended.exitCode()).as(mended.out() + mended.err()).isZero();
    assertThat(mended.out()).doesNotContain("did not come to its end");
  }

  @Test
  void anUnknownBrandOrAFigureOutOfRangeIsRefused() {
    Shell shell = Shell.in(folder);
    String set = "assumptions set --name gross_margin --effective-from 2026-07-01 --owner finance ";

    var brand = shell.run((set + "--value 0.4 --brand toys").split(" "));
    var value = shell.run((set + "--value 42").split(" "));

    assertThat(brand.exitCode()).isEqualTo(2);
    assertThat(brand.err()).contains("found 'toys'", "home, kids");
    assertThat(value.exitCode()).isEqualTo(2);
    assertThat(value.err()).contains("gross_margin cannot be 42", "0.42 for 42 %");
  }

  private Lakehouse house() {
    String root = folder.resolve("lakehouse").toString();
    return new Lakehouse(
        SparkSession.getDefaultSession().get(), root, root + "/restricted", Clock.systemUTC());
  }
}
