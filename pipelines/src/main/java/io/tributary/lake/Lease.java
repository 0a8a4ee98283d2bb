package io.tributary.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The lakehouse's one writing seat: taken by putting a file that must not be there yet, kept by a
 * heartbeat every ten seconds, and free again a minute after the last one.
 */
public final class Lease implements AutoCloseable {
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final Duration EXPIRY = Duration.ofSeconds(60);

  private final Lakehouse house;
  private final String seat;
  private final Holder self;
  private ScheduledFuture<?> beating;
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "lease");
            thread.setDaemon(true);
            return thread;
          });

  /** Who sits there: host, process and the instants it was seen first and last. */
  record Holder(String host, long pid, String started, Instant seen) {

    static Holder self(Instant now) {
      ProcessHandle process = ProcessHandle.current();
      return new Holder(hostName(), process.pid(), startOf(process), now);
    }

    static Holder parse(String text) {
      Properties properties = new Properties();
      try {
        properties.load(new java.io.StringReader(text));
        return new Holder(
            properties.getProperty("host"),
            Long.parseLong(properties.getProperty("pid")),
            properties.getProperty("started"),
            Instant.parse(properties.getProperty("seen")));
      } catch (IOException | RuntimeException e) {
        return null;
      }
    }

    String text() {
      return "host=" + host + "\npid=" + pid + "\nstarted=" + started + "\nseen=" + seen + "\n";
    }

    String words() {
      return "process " + pid + " on " + host + ", last seen " + seen;
    }

    boolean isGone(Instant now) {
      boolean isLocal = host.equals(hostName());
      boolean isDead =
          isLocal
              && ProcessHandle.of(pid)
                  .filter(ProcessHandle::isAlive)
                  .filter(process -> startOf(process).equals(started))
                  .isEmpty();
      return isDead || seen.plus(EXPIRY).isBefore(now);
    }

    private static String startOf(ProcessHandle process) {
      return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    private static String hostName() {
      try {
        return InetAddress.getLocalHost().getHostName();
      } catch (UnknownHostException e) {
        return "localhost";
      }
    }
  }

  private Lease(Lakehouse house, String seat, Holder self) {
    this.house = house;
    this.seat = seat;
    this.self = self;
  }

  /** Takes the seat, or says who holds it. */
  public static Lease take(Lakehouse house) {
    Instant now = house.clock().instant();
    Lease lease = new Lease(house, house.root() + "/_lease", Holder.self(now));
    if (!lease.sit()) {
      lease.clearAbandoned();
      if (!lease.sit()) {
        throw lease.taken();
      }
    }
    lease.beatRegularly();
    return lease;
  }

  /** Who holds the seat, in words; empty when it is free. */
  public static Optional<String> heldBy(Lakehouse house) {
    Lease visitor = new Lease(house, house.root() + "/_lease", null);
    return Optional.ofNullable(visitor.holder())
        .filter(holder -> !holder.isGone(house.clock().instant()))
        .map(Holder::words);
  }

  @Override
  public void close() {
    beating.cancel(/* mayInterruptIfRunning */ false);
    heart.shutdownNow();
    house.storage().delete(seat);
  }

  private void beatRegularly() {
    long seconds = HEARTBEAT.toSeconds();
    beating = heart.scheduleAtFixedRate(this::beat, seconds, seconds, TimeUnit.SECONDS);
  }

  private boolean sit() {
    return house.storage().createNew(seat, bytes(self));
  }

  private void beat() {
    Holder alive = new Holder(self.host(), self.pid(), self.started(), house.clock().instant());
    house.storage().write(seat, bytes(alive));
  }

  /** Moves an abandoned seat aside; of several who try, the file system lets one succeed. */
  private void clearAbandoned() {
    Holder holder = holder();
    Instant now = house.clock().instant();
    if (holder == null ? isStale(now) : holder.isGone(now)) {
      house.storage().moveAside(seat);
    }
  }

  /** A seat that cannot be read, because its writer died writing, counts from its file's time. */
  private boolean isStale(Instant now) {
    Storage.Listed file = house.storage().status(seat);
    return file != null && Instant.ofEpochMilli(file.modified()).plus(EXPIRY).isBefore(now);
  }

  private Holder holder() {
    try (var in = house.storage().open(seat)) {
      return Holder.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (java.io.FileNotFoundException e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TributaryException taken() {
    Holder holder = holder();
    String who = holder == null ? "another run" : holder.words();
    return TributaryException.locked(
        "The lakehouse "
            + house.root()
            + " is being written by "
            + who
            + ". Wait for it to end; a run that died frees its place within a minute.");
  }

  private static byte[] bytes(Holder holder) {
    return holder.text().getBytes(StandardCharsets.UTF_8);
  }
}
