package io.tributary.jobs.command;

import io.tributary.jobs.console.Console;
import io.tributary.jobs.console.Csv;
import io.tributary.jobs.console.Grid;
import io.tributary.jobs.console.Json;
import io.tributary.jobs.console.TerminalTable;
import io.tributary.jobs.night.Dossier;
import io.tributary.jobs.night.SourceIdentifiers;
import io.tributary.jobs.night.Workspace;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Why profiles are one person, or are not, and the identifiers that can tell. */
@Command(
    name = "explain",
    description = {
      "Shows why two profiles are one person or not: the evidence of each field in bits, as the"
          + " kept model weighs it. For a master customer: the profiles, and what joined each.",
      "",
      "A bit doubles the odds. People are united by the likeness of all their profiles, so two"
          + " profiles that say little may be one person by way of a third.",
      "",
      "For a source: which identifiers its profiles bring, how complete they are, how many people"
          + " share them and how consistent they are with those of the person's other profiles.",
      "",
      "Example: tributary explain crm_members/7700000061 shop_customers/home/6000000948283",
      "         tributary explain shop_customers"
    })
final class Explain implements Callable<Integer> {
  @ParentCommand private Tributary tributary;

  @ArgGroup(multiplicity = "1")
  private Subject subject;

  /** What is explained. */
  private static final class Subject {
    @Parameters(
        paramLabel = "KEY",
        arity = "1..2",
        description =
            "Two record keys of silver.identity_links; one of them, or a master_customer_id, for a"
                + " person; or the name of a source.")
    private List<String> keys;

    @Option(names = "--sources", description = "Show the identifiers of every source.")
    private boolean isEverySource;
  }

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
      if (subject.isEverySource) {
        write(SourcePage.ofAll(SourceIdentifiers.of(workspace)));
      } else if (subject.keys.size() == 1) {
        explain(subject.keys.get(0), workspace);
      } else {
        Dossier dossier = Dossier.of(workspace);
        PairPage page = PairPage.of(dossier, subject.keys.get(0), subject.keys.get(1), hasValues);
        write(page.grid(isForTheEye()), page.words());
      }
      return 0;
    }
  }

  private void explain(String key, Workspace workspace) {
    SourceIdentifiers identifiers = SourceIdentifiers.of(workspace);
    if (identifiers.isSource(key)) {
      write(SourcePage.of(identifiers, key));
    } else {
      PersonPage page = PersonPage.of(Dossier.of(workspace), key, identifiers.sources());
      write(page.grid(), page.words());
    }
  }

  private void write(SourcePage page) {
    write(page.grid(isForTheEye()), page.words());
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
