package io.tributary.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The lakehouse's one writing seat: taken by putting a file that must not be there yet, kept by a
 * heartbeat every ten seconds, and free again a minute after the last one.
 */
public final class Lease implements AutoCloseable {
  private static final long HEARTBEAT_SECONDS = 10;

  private final Lakehouse house;
  private final String seat;
  private final Holder self;
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "lease");
            thread.setDaemon(true);
            return thread;
          });

  private Lease(Lakehouse house, Holder self) {
    this.house = house;
    this.seat = seat(house);
    this.self = self;
  }

  /** Takes the seat, or says who holds it. */
  public static Lease take(Lakehouse house) {
    Lease lease = new Lease(house, Holder.self(house.clock().instant()));
    if (!lease.sit() && !lease.sitInsteadOfTheGone()) {
      throw lease.taken();
    }
    house.forgetVersions();
    var unused =
        lease.heart.scheduleAtFixedRate(
            lease::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    return lease;
  }

  /** Who holds the seat, in words; empty when it is free. */
  public static Optional<String> heldBy(Lakehouse house) {
    return Optional.ofNullable(holder(house))
        .filter(holder -> !holder.isGone(house.clock().instant()))
        .map(Holder::words);
  }

  @Override
  public void close() {
    heart.shutdown();
    try {
      // A beat that is under way would put the seat back.
      heart.awaitTermination(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (isSeated()) {
      house.storage().delete(seat);
    }
  }

  /** Says that the holder lives, unless others took it for dead and sit there now. */
  void beat() {
    try {
      if (isSeated()) {
        house.storage().write(seat, bytes(self.at(house.clock().instant())));
      }
    } catch (RuntimeException e) {
      // A beat thrown out of would be the last; five more come before the seat is free.
      return;
    }
  }

  private boolean sit() {
    return house.storage().createNew(seat, bytes(self));
  }

  private boolean isSeated() {
    Holder holder = holder(house);
    return holder != null && holder.token().equals(self.token());
  }

  /**
   * Sits down where the holder is gone. Of several who see that, only one may clear the seat: who
   * first puts a claim on this very sitting, and still finds it there.
   */
  private boolean sitInsteadOfTheGone() {
    String gone = gone();
    if (gone.isEmpty()) {
      return false;
    }
    String claim = seat + "." + gone;
    if (isStale(claim)) {
      house.storage().delete(claim);
    }
    if (!house.storage().createNew(claim, bytes(self))) {
      return false;
    }
    try {
      if (gone.equals(gone())) {
        house.storage().delete(seat);
      }
      return sit();
    } finally {
      house.storage().delete(claim);
    }
  }

  /** Tells the abandoned sitting from others; empty when its holder is there. */
  private String gone() {
    Holder holder = holder(house);
    if (holder != null) {
      return holder.isGone(house.clock().instant()) ? holder.token() : "";
    }
    Storage.Listed unreadable = house.storage().status(seat);
    return isStale(seat) && unreadable != null ? "unreadable" + unreadable.modified() : "";
  }

  /** A file whose writer died writing it counts from the file's time. */
  private boolean isStale(String path) {
    Storage.Listed file = house.storage().status(path);
    Instant now = house.clock().instant();
    return file != null && Instant.ofEpochMilli(file.modified()).plus(Holder.EXPIRY).isBefore(now);
  }

  private static Holder holder(Lakehouse house) {
    try (var in = house.storage().open(seat(house))) {
      return Holder.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (FileNotFoundException e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TributaryException taken() {
    Holder holder = holder(house);
    String who = holder == null ? "another run" : holder.words();
    return TributaryException.locked(
        "The lakehouse "
            + house.root()
            + " is being written by "
            + who
            + ". Wait for it to end; a run that died frees its place within a minute.");
  }

  private static String seat(Lakehouse house) {
    return house.root() + "/_lease";
  }

  private static byte[] bytes(Holder holder) {
    return holder.text().getBytes(StandardCharsets.UTF_8);
  }
}
