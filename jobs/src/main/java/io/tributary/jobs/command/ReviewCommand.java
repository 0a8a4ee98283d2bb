package io.tributary.jobs.command;

import io.tributary.jobs.console.Console;
import io.tributary.jobs.console.Console.Style;
import io.tributary.jobs.night.ReviewDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What people have to say on who is who. */
@Command(
    name = "review",
    description = {
      "Shows who may be one person, and records what somebody decides of them.",
      "",
      "Example: tributary review list"
    },
    synopsisSubcommandLabel = "list|decide|export|import",
    subcommands = {ReviewList.class, ReviewDecide.class, ReviewExport.class, ReviewImport.class})
final class ReviewCommand implements Runnable {
  @ParentCommand private Tributary tributary;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "review: list who waits, decide, export them, or import decisions?");
  }

  Tributary tributary() {
    return tributary;
  }

  /** Says what of the decisions that stand cannot all be right. */
  static void sayContradictions(ReviewDesk desk, Console console) {
    desk.contradictions()
        .forEach(
            words ->
                console.say(
                    console.styled(
                        Style.WARNING,
                        words
                            + ". None of these is obeyed, and the pairs stay in review, until one"
                            + " is undone.")));
  }
}
