package io.tributary.jobs.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.jobs.console.Grid.Column;
import io.tributary.jobs.console.Grid.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
  private final Page page = new Page();

  @Test
  void everyKindKeepsItsType() {
    Grid grid =
        Grid.of(
                Column.text("text"),
                Column.number("number"),
                new Column("flag", Kind.FLAG),
                new Column("list", Kind.JSON))
            .row("a \"b\"\n", "12345678901234.50", "true", "[1,2]")
            .row(null, "NaN", "false", null)
            .grid();

    Json.print(grid, page.plain().out());

    assertThat(page.out())
        .isEqualTo(
            """
            [
              {"text":"a \\"b\\"\\n","number":12345678901234.50,"flag":true,"list":[1,2]},
              {"text":null,"number":"NaN","flag":false,"list":null}
            ]
            """);
  }

  @Test
  void noRowsAreAnEmptyArray() {
    Json.print(Grid.of(Column.text("a")).grid(), page.plain().out());

    assertThat(page.out()).isEqualTo("[]\n");
  }

  @Test
  void severalGridsAreOneObject() {
    Grid one = Grid.of(Column.number("run")).row(1).grid();
    Grid none = Grid.of(Column.number("run")).grid();

    Json.print(
        List.of(new Json.Named("runs", one), new Json.Named("alerts", none)), page.plain().out());

    assertThat(page.out())
        .isEqualTo(
            """
            {
            "runs": [
              {"run":1}
            ],
            "alerts": []
            }
            """);
  }
}
