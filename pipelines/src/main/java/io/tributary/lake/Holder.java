package io.tributary.lake;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;

/**
 * Who sits in the lakehouse's writing seat.
 *
 * @param token tells this sitting from every other, in the same process too
 * @param host what people call its machine
 * @param machine what tells its machine from others, as {@link Machine} has it
 * @param started when the process began, for process numbers are given again
 * @param seen when it was seen last
 */
record Holder(String token, String host, String machine, long pid, String started, Instant seen) {
  static final Duration EXPIRY = Duration.ofSeconds(60);

  static Holder self(Instant now) {
    ProcessHandle process = ProcessHandle.current();
    String token = UUID.randomUUID().toString();
    return new Holder(token, Machine.name(), Machine.id(), process.pid(), startOf(process), now);
  }

  /** The holder in a seat's text, or null when the text is not whole. */
  static Holder parse(String text) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
      return new Holder(
          text(properties, "token"),
          text(properties, "host"),
          properties.getProperty("machine", ""),
          Long.parseLong(text(properties, "pid")),
          text(properties, "started"),
          Instant.parse(text(properties, "seen")));
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  private static String text(Properties properties, String name) {
    return Objects.requireNonNull(properties.getProperty(name), name);
  }

  Holder at(Instant now) {
    return new Holder(token, host, machine, pid, started, now);
  }

  String text() {
    return "token=%s\nhost=%s\nmachine=%s\npid=%d\nstarted=%s\nseen=%s\n"
        .formatted(token, host, machine, pid, started, seen);
  }

  String words() {
    return "process " + pid + " on " + host + ", last seen " + seen;
  }

  boolean isGone(Instant now) {
    return isDead() || seen.plus(EXPIRY).isBefore(now);
  }

  /** Only of a process of this machine can one know. */
  private boolean isDead() {
    return machine.equals(Machine.id())
        && ProcessHandle.of(pid)
            .filter(ProcessHandle::isAlive)
            .filter(process -> startOf(process).equals(started))
            .isEmpty();
  }

  private static String startOf(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("unknown");
  }
}
