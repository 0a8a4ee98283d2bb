package io.tributary.lake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where this process runs: the numbers of processes compare only there. Containers may share a
 * host's name, and hosts may have none.
 */
final class Machine {
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
  private static final Path PROCESSES = Path.of("/proc/self/ns/pid");

  private Machine() {}

  /** What people call it. */
  static String name() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  /** What tells it from others, and one of its containers from another, as far as it says so. */
  static String id() {
    try {
      return name()
          + " "
          + Files.readString(BOOT).strip()
          + " "
          + Files.readSymbolicLink(PROCESSES);
    } catch (IOException | UnsupportedOperationException e) {
      return name();
    }
  }
}
