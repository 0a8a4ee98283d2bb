package io.tributary.jobs.command;

import static org.apache.spark.sql.functions.desc_nulls_last;

import io.tributary.bronze.Records;
import io.tributary.jobs.console.Console;
import io.tributary.jobs.console.Figures;
import io.tributary.jobs.console.Grid;
import io.tributary.jobs.console.Grid.Column;
import io.tributary.jobs.console.TerminalTable;
import io.tributary.jobs.night.ReviewDesk;
import io.tributary.jobs.night.Workspace;
import io.tributary.silver.identity.ReviewDecisions;
import io.tributary.silver.identity.ReviewQueue;
import io.tributary.silver.identity.match.ReviewReason;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Who waits to be looked at, or what was decided. */
@Command(
    name = "list",
    description = {
      "Shows the pairs that wait for somebody to look at them, the most probable first; or, with"
          + " --decided, the decisions that stand.",
      "",
      "Example: tributary review list --limit 50"
    })
final class ReviewList implements Callable<Integer> {
  @ParentCommand private ReviewCommand review;

  @Option(names = "--decided", description = "The decisions that stand, the newest first.")
  private boolean isDecided;

  @Option(
      names = "--limit",
      paramLabel = "ROWS",
      defaultValue = "20",
      description = "So many of them; 20 if not given.")
  private int limit;

  @Override
  public Integer call() {
    Console console = review.tributary().console();
    try (Workspace workspace = review.tributary().open()) {
      ReviewDesk desk = new ReviewDesk(workspace);
      if (isDecided) {
        TerminalTable.print(decided(desk), console);
      } else {
        List<Row> pairs = waiting(desk);
        TerminalTable.print(grid(pairs), console);
        reasons(pairs).forEach(console::say);
        long all = desk.rows(ReviewQueue.TABLE).count();
        console.say("%s in review.".formatted(Figures.count(all, "pair")));
      }
      ReviewCommand.sayContradictions(desk, console);
      return 0;
    }
  }

  private List<Row> waiting(ReviewDesk desk) {
    return desk.rows(ReviewQueue.TABLE)
        .orderBy(
            desc_nulls_last(ReviewQueue.PROBABILITY.name()),
            Records.RECORD_KEY.col(),
            ReviewQueue.OTHER_RECORD_KEY.col())
        .limit(limit)
        .collectAsList();
  }

  /** What the reasons mean that are given. */
  private static List<String> reasons(List<Row> pairs) {
    Set<String> given = pairs.stream().map(row -> row.getString(3)).collect(Collectors.toSet());
    return Stream.of(ReviewReason.values())
        .filter(reason -> given.contains(reason.text()))
        .map(reason -> reason.words() + ".")
        .toList();
  }

  private static Grid grid(List<Row> pairs) {
    Grid.Builder grid =
        Grid.of(
            Column.text("record_key"),
            Column.text("other_record_key"),
            Column.number("probability"),
            Column.text("reason"));
    pairs.forEach(row -> grid.row(row.get(0), row.get(1), row.get(2), row.get(3)));
    return grid.grid();
  }

  private Grid decided(ReviewDesk desk) {
    Grid.Builder grid =
        Grid.of(
            Column.text("record_key"),
            Column.text("other_record_key"),
            Column.text("decision"),
            Column.text("decided_by"),
            Column.text("note"),
            Column.text("decided_at"));
    List<Row> decisions =
        desk.standing()
            .orderBy(ReviewDecisions.DECIDED_AT.col().desc(), Records.RECORD_KEY.col())
            .limit(limit)
            .collectAsList();
    decisions.forEach(
        row -> grid.row(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), row.get(6)));
    return grid.grid();
  }
}
