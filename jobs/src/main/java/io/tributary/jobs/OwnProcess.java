package io.tributary.jobs;

import io.tributary.jobs.console.Console;
import io.tributary.jobs.console.Surroundings;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** This process: the only place that reads the clock, the environment and the terminal. */
final class OwnProcess {
  private static final int USUAL_WIDTH = 100;

  private OwnProcess() {}

  static Surroundings surroundings() {
    Map<String, String> environment = System.getenv();
    Path home = Path.of(System.getProperty("tributary.home", "")).toAbsolutePath();
    return new Surroundings(console(environment), environment, home, Clock.systemUTC());
  }

  private static Console console(Map<String, String> environment) {
    PrintWriter out = writer(FileDescriptor.out);
    PrintWriter err = writer(FileDescriptor.err);
    return isTerminal(environment)
        ? new Console(out, err, true, width(environment), !environment.containsKey("NO_COLOR"))
        : Console.plain(out, err);
  }

  /** Java 17, on which this runs, has a console exactly when both ends are a terminal. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal(Map<String, String> environment) {
    return System.console() != null && !"dumb".equals(environment.getOrDefault("TERM", "dumb"));
  }

  private static PrintWriter writer(FileDescriptor stream) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8));
  }

  private static int width(Map<String, String> environment) {
    String columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : askedWidth();
  }

  /** Only the terminal knows its width, and Java has no way of its own to ask it. */
  private static int askedWidth() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size").redirectInput(ProcessBuilder.Redirect.INHERIT).start();
      String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      stty.waitFor(1, TimeUnit.SECONDS);
      return size.matches("\\d+ [1-9]\\d{1,3}\\s*")
          ? Integer.parseInt(size.strip().replaceFirst(".* ", ""))
          : USUAL_WIDTH;
    } catch (IOException e) {
      return USUAL_WIDTH;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return USUAL_WIDTH;
    }
  }
}
