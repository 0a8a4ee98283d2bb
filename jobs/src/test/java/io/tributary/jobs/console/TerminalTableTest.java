package io.tributary.jobs.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.jobs.console.Console.Style;
import io.tributary.jobs.console.Grid.Column;
import org.junit.jupiter.api.Test;

class TerminalTableTest {
  private final Page page = new Page();

  @Test
  void numbersStandToTheRightAndNothingIsEmpty() {
    Grid grid =
        Grid.of(Column.text("brand"), Column.number("orders"), Column.text("note"))
            .row("home", 12, null)
            .row("apparel", 1234, "new")
            .grid();

    int rows = TerminalTable.print(grid, page.plain());

    assertThat(rows).isEqualTo(2);
    assertThat(page.out())
        .isEqualTo(
            """
            brand    orders  note
            ───────  ──────  ────
            home         12
            apparel    1234  new
            """);
  }

  @Test
  void theWidestTextYieldsToTheWidthOfTheTerminalAndNumbersDoNot() {
    Grid grid =
        Grid.of(Column.text("word"), Column.text("sentence"), Column.number("amount"))
            .row("short", "a sentence of many words", 123456789)
            .grid();

    TerminalTable.print(grid, page.terminal(30));

    assertThat(page.out())
        .isEqualTo(
            """
            word   sentence         amount
            ─────  ────────────  ─────────
            short  a sentence …  123456789
            """);
  }

  @Test
  void dataCannotCommandTheTerminal() {
    Grid grid = Grid.of(Column.text("text")).row("a\u001b[2Jb\nc").grid();

    TerminalTable.print(grid, page.plain());

    assertThat(page.out()).endsWith("a [2Jb c\n").doesNotContain("\u001b");
  }

  @Test
  void aLetterOutsideTheBasicPlaneCountsOnce() {
    Grid grid = Grid.of(Column.text("name"), Column.text("x")).row("𝔸𝔹", "y").grid();

    TerminalTable.print(grid, page.plain());

    assertThat(page.out()).contains("𝔸𝔹    y");
  }

  @Test
  void styleShowsOnlyWhereColourIsWelcome() {
    Console coloured =
        new Console(page.plain().out(), page.plain().err(), true, 80, /* hasColour */ true);

    assertThat(coloured.styled(Style.BAD, "no")).isEqualTo("\u001b[31mno\u001b[0m");
    assertThat(page.terminal(80).styled(Style.BAD, "no")).isEqualTo("no");
  }
}
