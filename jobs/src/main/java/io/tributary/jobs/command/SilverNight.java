package io.tributary.jobs.command;

import io.tributary.jobs.night.Selection;
import io.tributary.lake.Layer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** The silver part of a night. */
@Command(
    name = "silver",
    description = {
      "Makes the silver tables from what is in bronze: typed, de-duplicated, one person.",
      "",
      "Example: tributary silver --as-of latest"
    })
final class SilverNight implements Callable<Integer> {
  @ParentCommand private Tributary tributary;

  @Override
  public Integer call() {
    return Nights.perform(tributary, Selection.layers(Layer.SILVER, Layer.OPS));
  }
}
