package io.tributary.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries of more than a mebibyte, for smaller ones are read whatever they hold. */
class CopiedFilesTest {
  private static final int ROWS = 20_000;

  @TempDir private Path folder;

  @Test
  void aFileDeliveredAgainIsAccountedForAndNotRead() {
    Shell shell = shop(folder, "append", "record:cost");
    String day = costs(10);
    shell.write("landing/media/2026-06-01/media.csv", day);
    selected(shell);
    String before = spend(shell);
    shell.write("landing/media/2026-06-02/again.csv", day);
    var again = selected(shell);

    assertThat(again.out()).contains("Landed before, and not read again", "2026-06-02/again.csv");
    assertThat(spend(shell)).isEqualTo(before);
    assertThat(records(shell)).isEqualTo("2026-06-01,20000,0\n");
    assertThat(outcomes(shell))
        .isEqualTo("2026-06-01,20000,20000,0,0\n2026-06-02,20000,0,20000,0\n");

    shop(folder, "append", "record:cost::int * 2");
    selected(shell);
    assertThat(outcomes(shell))
        .isEqualTo("2026-06-01,20000,20000,0,0\n2026-06-02,20000,0,20000,0\n");
  }

  @Test
  void aPeriodDeliveredAgainOutlastsAnOlderDeliveryThatComesLate() {
    Shell shell = shop(folder.resolve("late"), "window", "record:cost");
    delivers(shell, 1, 10);
    delivers(shell, 3, 10);
    var late = delivers(shell, 2, 99);
    Shell atOnce = shop(folder.resolve("once"), "window", "record:cost");
    lands(atOnce, 1, 10);
    lands(atOnce, 2, 99);
    delivers(atOnce, 3, 10);

    assertThat(records(shell)).isEqualTo("2026-06-01,20000,0\n2026-06-02,20000,0\n");
    assertThat(records(atOnce)).contains("2026-06-03,20000,0");
    assertThat(spend(shell)).isEqualTo(spend(atOnce)).startsWith("20000,200000.000000,");
    assertThat(late.exitCode()).isZero();
  }

  private static Shell shop(Path folder, String delivery, String cost) {
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
          - name: media
            format: csv
            key: record:campaign
            delivery: %s
            feeds:
              ad_spend:
                - columns:
                    spend_key: record:campaign
                    brand: "'home'"
                    channel: "'paid_search'"
                    campaign: record:campaign
                    spend_date: record:day
                    original_cost: %s
                    currency: "'USD'"
        """
            .formatted(
                delivery.equals("window") ? "window\n    window: record:day" : delivery, cost));
    return shell;
  }

  private static Shell.Outcome delivers(Shell shell, int day, int cost) {
    lands(shell, day, cost);
    return selected(shell);
  }

  private static void lands(Shell shell, int day, int cost) {
    shell.write("landing/media/2026-06-0%d/media.csv".formatted(day), costs(cost));
  }

  private static String costs(int cost) {
    return IntStream.range(0, ROWS)
        .mapToObj("2026-06-01,a-campaign-with-quite-a-long-name-%05d,%%d%n"::formatted)
        .map(line -> line.formatted(cost))
        .collect(Collectors.joining("", "day,campaign,cost\n", ""));
  }

  private static Shell.Outcome selected(Shell shell) {
    var outcome = shell.run("run", "--select", "+silver.ad_spend", "--as-of", "2026-06-03");
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    return outcome;
  }

  private static String spend(Shell shell) {
    return answer(
        shell,
        "select count(*), sum(original_cost), sum(xxhash64(spend_key, original_cost, cost)"
            + " :: decimal(38)) from silver.ad_spend");
  }

  private static String records(Shell shell) {
    return answer(
        shell,
        "select delivery_date, count(*), min(position) from bronze.media group by 1 order by 1");
  }

  private static String outcomes(Shell shell) {
    return answer(
        shell,
        "select delivered, sum(landed), sum(accepted), sum(duplicate), sum(superseded)"
            + " from ops.files group by 1 order by 1");
  }

  /** The lines of an answer below its header. */
  private static String answer(Shell shell, String query) {
    String out = shell.run("sql", query, "--csv").out();
    return out.substring(out.indexOf('\n') + 1);
  }
}
