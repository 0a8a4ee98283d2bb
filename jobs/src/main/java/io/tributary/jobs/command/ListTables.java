package io.tributary.jobs.command;

import io.tributary.jobs.console.Console;
import io.tributary.jobs.console.Console.Style;
import io.tributary.jobs.console.Grid;
import io.tributary.jobs.console.Grid.Column;
import io.tributary.jobs.console.TerminalTable;
import io.tributary.jobs.night.Dictionary;
import io.tributary.jobs.night.DictionaryPage;
import io.tributary.jobs.night.Pipelines;
import io.tributary.jobs.settings.Owners;
import io.tributary.jobs.settings.Settings;
import io.tributary.lake.Field;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** The data dictionary. */
@Command(
    name = "tables",
    description = {
      "Lists the tables, or tells all about one: its grain, columns, rules and lineage.",
      "",
      "Example: tributary tables gold.customer_master"
    })
final class ListTables implements Callable<Integer> {
  @ParentCommand private Tributary tributary;

  @Parameters(
      paramLabel = "TABLE",
      arity = "0..1",
      description = "The table to tell about; a list of all if none is named.")
  private String name;

  @Option(names = "--markdown", description = "Write the whole dictionary as Markdown.")
  private boolean isMarkdown;

  @Override
  public Integer call() {
    Console console = tributary.console();
    Settings settings = tributary.settings();
    Dictionary dictionary =
        Dictionary.of(Pipelines.steps(settings), Owners.read(settings.owners()));
    if (isMarkdown) {
      console.out().print(DictionaryPage.of(dictionary));
      console.out().flush();
    } else if (name == null) {
      TerminalTable.print(overview(dictionary), console);
    } else {
      show(dictionary.entry(name), console);
    }
    return 0;
  }

  private static Grid overview(Dictionary dictionary) {
    Grid.Builder grid =
        Grid.of(
            Column.text("table"), Column.text("grain"), Column.text("key"), Column.text("owner"));
    dictionary
        .entries()
        .forEach(
            entry -> grid.row(entry.table(), entry.table().grain(), entry.key(), entry.owner()));
    return grid.grid();
  }

  private static void show(Dictionary.Entry entry, Console console) {
    console.say(console.styled(Style.STRONG, entry.table().qualifiedName()));
    console.say(entry.table().grain());
    console.say("");
    Grid.Builder grid =
        Grid.of(
            Column.text("column"),
            Column.text("type"),
            Column.text("may be"),
            Column.text("meaning"));
    for (Field field : entry.table().fields()) {
      String mayBe = entry.isInKey(field) ? "key" : field.nullable() ? "null" : "";
      grid.row(field.name(), field.type().simpleString(), mayBe, field.definition());
    }
    TerminalTable.print(grid.grid(), console);
    console.say("");
    console.say("Made from: " + entry.origin());
    console.say("Owner: " + entry.owner());
    entry
        .table()
        .rules()
        .forEach(check -> console.say("Rule: " + check.name() + ": " + check.condition()));
  }
}
