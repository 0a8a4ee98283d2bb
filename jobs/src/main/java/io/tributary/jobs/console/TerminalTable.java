package io.tributary.jobs.console;

import io.tributary.jobs.console.Console.Style;
import io.tributary.jobs.console.Grid.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A grid as lines for the eye: light rules, numbers to the right, no wider than the terminal. */
public final class TerminalTable {
  private static final String GAP = "  ";
  private static final int NARROWEST = 6;

  private final Grid grid;
  private final List<List<String>> rows = new ArrayList<>();
  private final int[] widths;

  private TerminalTable(Grid grid, int width) {
    this.grid = grid;
    grid.rows().forEach(row -> rows.add(row.stream().map(TerminalTable::printable).toList()));
    this.widths =
        IntStream.range(0, grid.columns().size())
            .map(this::widest)
            .map(w -> Math.max(w, 1))
            .toArray();
    narrowTo(width);
  }

  /** Prints the grid and returns how many rows it had. */
  public static int print(Grid grid, Console console) {
    TerminalTable table = new TerminalTable(grid, console.width());
    console.say(console.styled(Style.STRONG, table.heading()));
    console.say(console.styled(Style.FAINT, table.rule()));
    table.rows.forEach(row -> console.say(table.line(row)));
    return table.rows.size();
  }

  private String heading() {
    return line(grid.columns().stream().map(Grid.Column::name).toList());
  }

  private String rule() {
    return Arrays.stream(widths).mapToObj("─"::repeat).collect(Collectors.joining(GAP));
  }

  private String line(List<String> cells) {
    return IntStream.range(0, cells.size())
        .mapToObj(column -> aligned(cells.get(column), column))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }

  private String aligned(String cell, int column) {
    String text = cut(cell, widths[column]);
    String padding = " ".repeat(widths[column] - length(text));
    return grid.columns().get(column).kind() == Kind.NUMBER ? padding + text : text + padding;
  }

  private int widest(int column) {
    int heading = length(grid.columns().get(column).name());
    return rows.stream().mapToInt(row -> length(row.get(column))).reduce(heading, Math::max);
  }

  /** Takes from the widest column what the line is too long by; numbers are never cut. */
  private void narrowTo(int width) {
    int total = IntStream.of(widths).sum() + GAP.length() * (widths.length - 1);
    for (int excess = total - width; excess > 0; excess--) {
      int widest = widestThatYields();
      if (widest < 0) {
        return;
      }
      widths[widest]--;
    }
  }

  private int widestThatYields() {
    return IntStream.range(0, widths.length)
        .filter(column -> grid.columns().get(column).kind() != Kind.NUMBER)
        .filter(column -> widths[column] > NARROWEST)
        .reduce((one, other) -> widths[other] > widths[one] ? other : one)
        .orElse(-1);
  }

  private static String cut(String text, int width) {
    return length(text) <= width
        ? text
        : text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Data may hold line breaks and terminal commands; neither may act. */
  private static String printable(String cell) {
    return cell == null ? "" : cell.replaceAll("\\p{Cntrl}", " ");
  }
}
