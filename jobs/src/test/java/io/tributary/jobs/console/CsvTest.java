package io.tributary.jobs.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.jobs.console.Grid.Column;
import org.junit.jupiter.api.Test;

class CsvTest {
  @Test
  void whatCouldBeMistakenIsQuoted() {
    Page page = new Page();
    Grid grid =
        Grid.of(Column.text("a,b"), Column.number("n"))
            .row("plain", 1)
            .row("with \"quotes\"", -2.5)
            .row("two\nlines", null)
            .row(" spaced ", 3)
            .grid();

    Csv.print(grid, page.plain().out());

    assertThat(page.out())
        .isEqualTo(
            "\"a,b\",n\nplain,1\n\"with \"\"quotes\"\"\",-2.5\n\"two\nlines\",\n\" spaced \",3\n");
  }

  @Test
  void noValueAndEmptyTextDiffer() {
    Page page = new Page();
    Grid grid = Grid.of(Column.text("a"), Column.text("b")).row(null, "").grid();

    Csv.print(grid, page.plain().out());

    assertThat(page.out()).isEqualTo("a,b\n,\"\"\n");
  }
}
