package io.tributary.jobs.command;

import io.tributary.jobs.night.Selection;
import io.tributary.lake.Layer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** The gold part of a night. */
@Command(
    name = "gold",
    description = {
      "Makes the gold tables from what is in silver: customers, values, segments, figures.",
      "",
      "Example: tributary gold --as-of latest"
    })
final class GoldNight implements Callable<Integer> {
  @ParentCommand private Tributary tributary;

  @Override
  public Integer call() {
    return Nights.perform(tributary, Selection.layers(Layer.GOVERNANCE, Layer.GOLD));
  }
}
