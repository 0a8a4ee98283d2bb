package io.tributary.jobs.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import javax.management.JMException;
import javax.management.ObjectName;

/** The loaded classes as a file that the next JVM maps, instead of reading and verifying each. */
public final class ClassArchive {
  private ClassArchive() {}

  /** Where the launcher wants one; empty when it has one already, or nobody asks. */
  public static Optional<Path> wanted() {
    return Optional.ofNullable(System.getProperty("tributary.archive")).map(Path::of);
  }

  /** Writes the classes loaded so far; the file appears whole or not at all. */
  public static void write(Path archive) throws IOException {
    Path draft = archive.resolveSibling(archive.getFileName() + "." + ProcessHandle.current().pid());
    try {
      dump(draft);
      Files.move(draft, archive, StandardCopyOption.ATOMIC_MOVE);
    } catch (JMException e) {
      throw new IOException("The JVM could not write " + archive, e);
    } finally {
      Files.deleteIfExists(draft);
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
