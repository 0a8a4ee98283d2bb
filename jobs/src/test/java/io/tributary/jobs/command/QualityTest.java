package io.tributary.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityTest {
  @TempDir private Path folder;

  private static void delivers(Shell shell, String day) {
    MediaShop.delivers(shell, day, day + ",search,brand,10.00");
  }

  @Test
  void scoresTheirHistoryAndWhatIsLateAreShownForPeopleAndMachines() {
    Shell shell = MediaShop.in(folder);
    delivers(shell, "2026-06-01");
    delivers(shell, "2026-06-02");
    delivers(shell, "2026-06-03");
    var first = shell.run("run", "--select", "+silver.ad_spend");
    var later = shell.run("run", "--select", "+silver.ad_spend", "--as-of", "2026-06-11");

    var check = shell.run("check", "silver.ad_spend");
    var status = shell.run("status", "--json");

    assertThat(first.exitCode()).as(first.out() + first.err()).isZero();
    assertThat(later.out())
        .contains(
            "media: last delivered for 2026-06-03, 8 days before 2026-06-11, and is due within 2 days.")
        .doesNotContain("quality 85.0 of 100");
    assertThat(check.out())
        .contains("score", "delivered", "2026-06-03")
        .contains("silver.ad_spend on 2026-06-11 (carried): quality 85.0 of 100. Lost: 15.0 points")
        .contains("timeliness (media last delivered for 2026-06-03, 8 days before 2026-06-11")
        .containsPattern("1 +2026-06-03 +written +100.0");
    assertThat(status.out())
        .contains("\"quality\": [", "\"table\":\"silver.ad_spend\"", "\"score\":85.0")
        .contains("\"timeliness\":25.0", "\"rows\":3", "\"points_lost\":\"quality 85.0 of 100.");
  }

  @Test
  void ordersThatNameAnUnknownCustomerAreCountedWhateverWasMadeOfThem() {
    Shell shell = Shell.in(folder).withSpark();
    shell.write(
        "shop.yaml",
        """
        lakehouse: lakehouse
        landing: landing
        hash_key: public-sample-key
        currency: USD
        brands: {home: {}}
        sources:
          - name: till
            format: csv
            key: record:receipt
            feeds:
              orders:
                - columns:
                    order_key: record:receipt
                    brand: "'home'"
                    sales_channel: "'store'"
                    customer_record_key: concat('members/', nullif(record:member, ''))
                    ordered_at: timestamp'2026-06-01 10:00:00'
        """);
    shell.write("landing/till/2026-06-01/till.csv", "receipt,member\n1,7\n2,\n");
    var made = shell.run("run", "--select", "+silver.orders");

    var check = shell.run("check", "silver.orders");

    assertThat(made.exitCode()).as(made.out() + made.err()).isZero();
    assertThat(check.exitCode()).isZero();
    assertThat(check.out())
        .contains("silver.orders: 1 of 2 rows break 'customer_record_key is known'");
  }
}
