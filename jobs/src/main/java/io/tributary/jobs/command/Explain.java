package io.tributary.jobs.command;

import io.tributary.jobs.console.Console;
import io.tributary.jobs.console.Csv;
import io.tributary.jobs.console.Grid;
import io.tributary.jobs.console.Json;
import io.tributary.jobs.console.TerminalTable;
import io.tributary.jobs.night.Dossier;
import io.tributary.jobs.night.Workspace;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Why profiles are one person, or are not. */
@Command(
    name = "explain",
    description = {
      "Shows why two profiles are one person or not: the evidence of each field in bits, as the"
          + " kept model weighs it. For a master customer: the profiles, and what joined each.",
      "",
      "A bit doubles the odds. People are united by the likeness of all their profiles, so two"
          + " profiles that say little may be one person by way of a third.",
      "",
      "Example: tributary explain crm_members/7700000061 shop_customers/home/6000000948283"
    })
final class Explain implements Callable<Integer> {
  @ParentCommand private Tributary tributary;

  @Parameters(
      paramLabel = "KEY",
      arity = "1..2",
      description = "Two record keys of silver.identity_links, or one master_customer_id.")
  private List<String> keys;

  @Option(
      names = "--values",
      description = "Show the values compared too, which are personal; levels alone if not given.")
  private boolean hasValues;

  @ArgGroup private Form form = new Form();

  /** How the answer is written; as a table for the eye if nothing is said. */
  private static final class Form {
    @Option(names = "--csv", description = "Write CSV.")
    private boolean isCsv;

    @Option(names = "--json", description = "Write a JSON array of objects.")
    private boolean isJson;
  }

  @Override
  public Integer call() {
    try (Workspace workspace = tributary.open()) {
      Dossier dossier = Dossier.of(workspace);
      if (keys.size() == 2) {
        PairPage page = PairPage.of(dossier, keys.get(0), keys.get(1), hasValues);
        write(page.grid(isForTheEye()), page.words());
      } else {
        PersonPage page = PersonPage.of(dossier, keys.get(0));
        write(page.grid(), page.words());
      }
      return 0;
    }
  }

  private boolean isForTheEye() {
    return !form.isCsv && !form.isJson;
  }

  private void write(Grid grid, List<String> words) {
    Console console = tributary.console();
    if (form.isCsv) {
      Csv.print(grid, console.out());
    } else if (form.isJson) {
      Json.print(grid, console.out());
    } else {
      TerminalTable.print(grid, console);
      words.forEach(console::say);
    }
  }
}
