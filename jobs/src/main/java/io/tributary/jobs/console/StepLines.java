package io.tributary.jobs.console;

import io.tributary.jobs.console.Console.Style;
import io.tributary.lake.Progress;
import io.tributary.lake.Step;
import io.tributary.lake.StepResult;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** A run as it goes: a line for each step that ended and, on a terminal, who is at work. */
public final class StepLines implements Progress {
  private static final String CLEAR_LINE = "\r\u001b[2K";

  private final Console console;
  private final Set<String> working = new LinkedHashSet<>();
  private int ended;

  public StepLines(Console console) {
    this.console = console;
  }

  @Override
  public synchronized void started(Step step) {
    working.add(step.name());
    redraw("");
  }

  @Override
  public synchronized void ended(StepResult result) {
    ended++;
    working.remove(result.step().name());
    redraw(line(result) + System.lineSeparator());
  }

  private void redraw(String above) {
    String below = working.isEmpty() ? "" : ended + " done, at work: " + String.join(", ", working);
    if (console.isTerminal()) {
      console.out().print(CLEAR_LINE + above + console.styled(Style.FAINT, fitting(below)));
    } else {
      console.out().print(above);
    }
    console.out().flush();
  }

  private String fitting(String line) {
    int width = console.width() - 1;
    return line.length() <= width ? line : line.substring(0, width - 1) + "…";
  }

  private String line(StepResult result) {
    StepResult.Status status = result.status();
    String word = "%-9s".formatted(status.name().toLowerCase(Locale.ROOT));
    long rows = result.written().values().stream().mapToLong(Long::longValue).sum();
    String written = result.written().isEmpty() ? "" : Figures.count(rows, "row");
    String seconds =
        status == StepResult.Status.DONE || status == StepResult.Status.FAILED
            ? Figures.duration(result.seconds())
            : "";
    return "  %s %-34s %16s %12s"
        .formatted(console.styled(style(status), word), result.step().name(), written, seconds)
        .stripTrailing();
  }

  private static Style style(StepResult.Status status) {
    return switch (status) {
      case DONE -> Style.GOOD;
      case UNCHANGED -> Style.FAINT;
      case BLOCKED -> Style.WARNING;
      case FAILED -> Style.BAD;
    };
  }
}
