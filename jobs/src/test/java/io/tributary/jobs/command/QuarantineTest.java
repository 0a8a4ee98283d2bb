package io.tributary.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantineTest {
  @TempDir private Path folder;

  @Test
  void aSelectedRunKeepsTheReasonsOnce() {
    Shell shell = MediaShop.in(folder);
    MediaShop.delivers(shell, "2026-06-01", "2026-06-01,search,brand,10.00");
    assertThat(selected(shell)).isZero();
    assertThat(reasons(shell)).isEqualTo("run,raw,reason\n");

    MediaShop.delivers(shell, "2026-06-02", "2026-06-02,search,brand,ten");
    assertThat(selected(shell)).isZero();
    MediaShop.delivers(shell, "2026-06-03", "2026-06-03,search,brand,");
    assertThat(shell.run("bronze").exitCode()).isZero();
    assertThat(selected(shell)).isZero();

    assertThat(reasons(shell))
        .isEqualTo(
            """
            run,raw,reason
            2,"2026-06-02,search,brand,ten","cost is not DECIMAL(18,6); ad_spend.original_cost is missing"
            3,"2026-06-03,search,brand,",ad_spend.original_cost is missing
            """);
  }

  @Test
  void whatTheLastRunSetAsideIsCountedByReason() {
    Shell shell = MediaShop.in(folder);
    MediaShop.delivers(
        shell, "2026-06-01", "2026-06-01,search,brand,", "2026-06-02,search,brand,10.00");
    selected(shell);
    var first = shell.run("check");
    MediaShop.delivers(
        shell,
        "2026-06-05",
        "2026-06-03,search,brand,ten",
        "2026-06-04,search,brand,",
        "2026-06-05,search,brand,");
    selected(shell);
    var second = shell.run("check");
    var status = shell.run("status", "--json");
    selected(shell);
    var third = shell.run("check");

    assertThat(first.out()).containsPattern("1 +media +1 +ad_spend.original_cost is missing");
    assertThat(second.out())
        .containsPattern("2 +media +2 +ad_spend.original_cost is missing\n")
        .containsPattern("2 +media +1 +cost is not DECIMAL")
        .doesNotContainPattern("1 +media +1");
    assertThat(status.out())
        .contains(
            "\"quarantine\": [\n  {\"run\":2,\"source\":\"media\",\"records\":2,"
                + "\"reason\":\"ad_spend.original_cost is missing\"}");
    assertThat(third.out()).contains("The last run set no record aside.");
  }

  @Test
  void aTableThatWasNeverWrittenIsEmpty() {
    Shell shell = MediaShop.in(folder);
    MediaShop.delivers(shell, "2026-06-01", "2026-06-01,search,brand,10.00");
    selected(shell);

    var check = shell.run("check", "ops.quarantine");

    assertThat(check.exitCode()).isZero();
    assertThat(check.out()).containsPattern("ops.quarantine +0 ");
    assertThat(shell.run("check").exitCode()).isZero();
    assertThat(shell.run("sql", "select net_amount from silver.order_lines", "--csv").out())
        .isEqualTo("net_amount\n");
    assertThat(shell.run("sql", "describe ops.quarantine", "--csv").out())
        .contains("position,bigint", "reason,string");
  }

  private static int selected(Shell shell) {
    return shell.run("run", "--select", "+silver.ad_spend").exitCode();
  }

  private static String reasons(Shell shell) {
    return shell
        .run("sql", "select run, raw, reason from ops.quarantine order by file", "--csv")
        .out();
  }
}
