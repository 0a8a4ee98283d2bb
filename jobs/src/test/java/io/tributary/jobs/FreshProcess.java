package io.tributary.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A JVM of its own, for what the JVM or a library does once in a process. */
public final class FreshProcess {
  private FreshProcess() {}

  /** What the main method of a class prints there, line by line. */
  public static List<String> lines(Class<?> main) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
  }
}
