package io.tributary.jobs.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.ObjectName;

/** The loaded classes as a file that the next JVM maps, instead of reading and verifying each. */
public final class ClassArchive {
  private ClassArchive() {}

  /** Writes it where the launcher asks for one; a failure costs later starts some time, no more. */
  public static void keepIfWanted(PrintWriter err) {
    String wanted = System.getProperty("tributary.archive");
    if (wanted == null) {
      return;
    }
    err.println("Keeping the loaded classes, once a build, so that the next start is faster ...");
    err.flush();
    try {
      WholeFile.write(Path.of(wanted), ClassArchive::dump);
    } catch (IOException | JMException fault) {
      err.printf("They could not be kept in %s: %s%n", wanted, fault.getMessage());
    }
  }

  /** The JVM announces its dump on standard output, which belongs to the command's answer. */
  private static void dump(Path file) throws JMException {
    PrintStream console = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    try {
      String[] request = {"dynamic_dump", file.toString()};
      ManagementFactory.getPlatformMBeanServer()
          .invoke(
              new ObjectName("com.sun.management:type=DiagnosticCommand"),
              "vmCds",
              new Object[] {request},
              new String[] {String[].class.getName()});
    } finally {
      System.setOut(console);
    }
  }
}
