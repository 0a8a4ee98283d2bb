package io.tributary.jobs.command;

import io.tributary.jobs.night.Selection;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** The main job: all that a night has to do. */
@Command(
    name = "nightly",
    description = {
      "Does a whole night's work: lands new exports, cleans them, tells who is who, and makes the"
          + " gold tables. A run that died is finished first. With nothing new it changes nothing.",
      "",
      "Example: tributary nightly --config conf/local.yaml --as-of 2026-06-30"
    })
final class Nightly implements Callable<Integer> {
  @ParentCommand private Tributary tributary;

  @Override
  public Integer call() {
    return Nights.perform(tributary, Selection.ALL);
  }
}
