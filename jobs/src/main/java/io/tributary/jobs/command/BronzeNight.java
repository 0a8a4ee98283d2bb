package io.tributary.jobs.command;

import io.tributary.jobs.night.Selection;
import io.tributary.lake.Layer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** The bronze part of a night. */
@Command(
    name = "bronze",
    description = {
      "Lands new exports in the bronze tables, exactly as received, and goes no further.",
      "",
      "Example: tributary bronze --as-of latest"
    })
final class BronzeNight implements Callable<Integer> {
  @ParentCommand private Tributary tributary;

  @Override
  public Integer call() {
    return Nights.perform(tributary, Selection.layers(Layer.BRONZE));
  }
}
