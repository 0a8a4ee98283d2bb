package io.tributary.jobs.command;

import io.tributary.jobs.console.Console;
import io.tributary.jobs.console.Csv;
import io.tributary.jobs.console.Figures;
import io.tributary.jobs.console.Grid;
import io.tributary.jobs.console.Json;
import io.tributary.jobs.console.TerminalTable;
import io.tributary.jobs.night.Query;
import io.tributary.jobs.night.Workspace;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** A question to the tables. */
@Command(
    name = "sql",
    description = {
      "Asks the tables in Spark SQL, as layer.table, each as it was last published. Reads only.",
      "",
      "Example: tributary sql \"select segment, count(*), sum(clv) from gold.customer_master"
          + " group by segment\" --csv"
    })
final class Sql implements Callable<Integer> {
  private static final int LINES_FOR_THE_EYE = 200;

  @ParentCommand private Tributary tributary;

  @Parameters(paramLabel = "QUERY", description = "The question, in quotes.")
  private String text;

  @ArgGroup private Form form = new Form();

  /** How the answer is written; as a table for the eye if nothing is said. */
  private static final class Form {
    @Option(names = "--csv", description = "Write CSV, all rows.")
    private boolean isCsv;

    @Option(names = "--json", description = "Write a JSON array of objects, all rows.")
    private boolean isJson;
  }

  @Override
  public Integer call() {
    Console console = tributary.console();
    try (Workspace workspace = tributary.open()) {
      Query query = Query.of(text, workspace);
      if (form.isCsv) {
        Csv.print(query.rows(), console.out());
      } else if (form.isJson) {
        Json.print(query.rows(), console.out());
      } else {
        show(query, console);
      }
      return 0;
    }
  }

  private static void show(Query query, Console console) {
    Grid first = query.first(LINES_FOR_THE_EYE);
    int rows = TerminalTable.print(first, console);
    console.say(
        rows < LINES_FOR_THE_EYE
            ? "(" + Figures.count(rows, "row") + ")"
            : "(the first %d rows; --csv or --json give all)".formatted(rows));
  }
}
