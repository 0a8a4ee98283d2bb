package io.tributary.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlTest {
  @TempDir private static Path folder;
  private static Shell shell;

  @BeforeAll
  static void aLandedDay() {
    shell = Shell.in(folder).withSpark();
    assertThat(shell.run("bronze").exitCode()).isZero();
  }

  @Test
  void answersAreATableForTheEye() {
    var outcome = sql("select position, raw from bronze.till order by position");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out())
        .isEqualTo(
            """
            position  raw
            ────────  ───────
                   0  1,10.00
                   1  2,20.00
            (2 rows)
            """);
  }

  @Test
  void jsonKeepsTypesNullsAndNestedValues() {
    var outcome =
        sql(
            "select 1.50 as n, null as nothing, true as yes, array(1, 2) as list,"
                + " named_struct('a', 'x') as s, 'a' as x",
            "--json");

    assertThat(outcome.out())
        .isEqualTo(
            "[\n  {\"n\":1.50,\"nothing\":null,\"yes\":true,\"list\":[1,2],\"s\":{\"a\":\"x\"},"
                + "\"x\":\"a\"}\n]\n");
  }

  @Test
  void columnsOfOneNameStayApart() {
    assertThat(sql("select 1 as a, 2 as a", "--csv").out()).isEqualTo("a,a\n1,2\n");
  }

  @Test
  void tablesCanBeShown() {
    assertThat(sql("show tables in ops", "--csv").out()).contains("runs", "steps");
  }

  @Test
  void faultsOfAQueryAreWordedWithoutATrace() {
    assertRefused(sql("select nothing from bronze.till"), "`nothing` cannot be resolved");
    assertRefused(sql("selekt 1"), "Syntax error at or near");
    assertRefused(sql("select * from gold.nowhere"), "`gold`.`nowhere` cannot be found");
    assertRefused(sql("select 1 / 0"), "Division by zero");
  }

  @Test
  void statementsThatWriteAreRefused() {
    String table = "delta.`" + folder.resolve("lakehouse/ops/runs") + "`";

    assertRefused(sql("delete from " + table), "sql only reads");
    assertRefused(sql("insert into bronze.till select * from bronze.till"), "sql only reads");
    assertRefused(sql("with a as (select 1) insert into x select * from a"), "sql only reads");
    assertRefused(sql("drop table bronze.till"), "sql only reads");
  }

  private static Shell.Outcome sql(String query, String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "sql";
    arguments[1] = query;
    System.arraycopy(options, 0, arguments, 2, options.length);
    return shell.run(arguments);
  }

  private static void assertRefused(Shell.Outcome outcome, String words) {
    assertThat(outcome.err()).startsWith("tributary: ").contains(words);
    assertThat(outcome.err().lines()).hasSize(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.exitCode()).isEqualTo(2);
  }
}
