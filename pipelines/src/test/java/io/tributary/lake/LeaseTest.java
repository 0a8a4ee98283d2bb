package io.tributary.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.TestSpark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String ELSEWHERE = "another.example";

  @TempDir private Path folder;

  private final SettableClock clock = new SettableClock(NOW);
  private Lakehouse house;

  @BeforeEach
  void build() {
    house = new Lakehouse(TestSpark.session(), folder.toString(), folder + "/restricted", clock);
  }

  @Test
  void theSecondTakerIsToldWhoSitsThere() throws IOException {
    long pid = ProcessHandle.current().pid();
    try (Lease held = Lease.take(house)) {
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> Lease.take(house))
          .isInstanceOfSatisfying(
              TributaryException.class,
              e -> assertThat(e.kind()).isEqualTo(TributaryException.Kind.LOCKED))
          .hasMessageContaining("process " + pid + " on " + thisHost())
          .hasMessageContaining(folder.toString());
      assertThat(Lease.heldBy(house)).hasValueSatisfying(who -> assertThat(who).contains("" + pid));
    }
  }

  @Test
  void theSeatIsFreeAfterItsHolderLeft() {
    Lease.take(house).close();

    assertThat(Lease.heldBy(house)).isEmpty();
    assertThat(folder).isEmptyDirectory();
    Lease.take(house).close();
  }

  @Test
  void aDeadProcessOfThisMachineIsFollowedAtOnce() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    seat(thisHost(), Machine.id(), dead.pid(), NOW);

    assertIsTakenOver();
  }

  @Test
  void aLivingProcessThatGotTheNumberOfADeadOneIsNotTheHolder() throws IOException {
    seat(thisHost(), Machine.id(), ProcessHandle.current().pid(), NOW);

    assertIsTakenOver();
  }

  @Test
  void aHolderElsewhereIsFollowedOnlyAfterAMinuteOfSilence() throws IOException {
    seat(ELSEWHERE, ELSEWHERE, 7, NOW);

    clock.pass(Duration.ofSeconds(60));
    assertThatThrownBy(() -> Lease.take(house))
        .hasMessageContaining("process 7 on " + ELSEWHERE + ", last seen " + NOW);

    clock.pass(Duration.ofSeconds(1));
    assertIsTakenOver();
  }

  @Test
  void aContainerOfTheSameNameIsElsewhere() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    seat(thisHost(), "another container", dead.pid(), NOW);

    assertThatThrownBy(() -> Lease.take(house)).isInstanceOf(TributaryException.class);

    clock.pass(Duration.ofSeconds(61));
    assertIsTakenOver();
  }

  @Test
  void aBeatKeepsTheSeat() {
    try (Lease held = Lease.take(house)) {
      clock.pass(Duration.ofSeconds(50));
      held.beat();
      clock.pass(Duration.ofSeconds(50));

      assertThatThrownBy(() -> Lease.take(house)).isInstanceOf(TributaryException.class);
    }
  }

  @Test
  void aHolderTakenForDeadNeitherBeatsNorFreesTheSeatOfTheNext() {
    Lease asleep = Lease.take(house);
    clock.pass(Duration.ofSeconds(61));
    try (Lease next = Lease.take(house)) {
      assertThat(next).isNotNull();
      String seat = seat();

      asleep.beat();
      asleep.close();

      assertThat(seat()).isEqualTo(seat);
    }
  }

  @Test
  void aBeatThatFailsIsNotTheLast() {
    try (Lease held = Lease.take(house)) {
      clock.stop();

      assertThatCode(held::beat).doesNotThrowAnyException();
    }
  }

  @Test
  void aSeatThatCannotBeReadIsRespectedForAMinute() throws IOException {
    Files.writeString(folder.resolve("_lease"), "pid=12\nho");
    Files.setLastModifiedTime(folder.resolve("_lease"), FileTime.from(NOW));

    clock.pass(Duration.ofSeconds(60));
    assertThatThrownBy(() -> Lease.take(house)).hasMessageContaining("another run");
    assertThat(Lease.heldBy(house)).isEmpty();

    clock.pass(Duration.ofSeconds(1));
    assertIsTakenOver();
  }

  @Test
  void aTakerThatDiedTakingOverHoldsTheOthersUpForAMinuteOnly() throws IOException {
    seat(ELSEWHERE, ELSEWHERE, 7, NOW.minusSeconds(61));
    Path claim = Files.createFile(folder.resolve("_lease.t7"));
    Files.setLastModifiedTime(claim, FileTime.from(NOW));

    assertThatThrownBy(() -> Lease.take(house)).isInstanceOf(TributaryException.class);

    clock.pass(Duration.ofSeconds(61));
    assertIsTakenOver();
  }

  @Test
  void ofManyWhoRaceForAnAbandonedSeatOneSits() throws Exception {
    for (int round = 0; round < 40; round++) {
      seat(ELSEWHERE, ELSEWHERE, 7, NOW.minusSeconds(61));

      List<Lease> seated = race(6);

      assertThat(seated).as("round " + round).hasSize(1);
      seated.get(0).close();
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void ofManyWhoRaceForAFreeSeatOneSits() throws Exception {
    List<Lease> seated = race(6);

    assertThat(seated).hasSize(1);
    seated.get(0).close();
  }

  @Test
  void whoSitsDownSeesTheTablesAsTheHolderBeforeLeftThem() throws Exception {
    Table table = Table.ops("any", "One row.", Field.required("id", Field.LONG, "Its number"));
    assertThat(house.version(table)).isEmpty();
    Path log = Files.createDirectories(folder.resolve("ops/any/_delta_log"));
    Files.createFile(log.resolve("00000000000000000003.json"));

    try (Lease held = Lease.take(house)) {
      assertThat(held).isNotNull();
      assertThat(house.version(table)).hasValue(3);
    }
  }

  private List<Lease> race(int takers) throws Exception {
    CyclicBarrier start = new CyclicBarrier(takers);
    Callable<Optional<Lease>> taker =
        () -> {
          start.await();
          try {
            return Optional.of(Lease.take(house));
          } catch (TributaryException e) {
            return Optional.empty();
          }
        };
    var threads = Executors.newFixedThreadPool(takers);
    try {
      List<Lease> seated = new ArrayList<>();
      for (Future<Optional<Lease>> end : threads.invokeAll(Collections.nCopies(takers, taker))) {
        end.get().ifPresent(seated::add);
      }
      return seated;
    } finally {
      threads.shutdown();
    }
  }

  private void assertIsTakenOver() {
    String before = seat();
    try (Lease held = Lease.take(house)) {
      assertThat(held).isNotNull();
      assertThat(seat()).isNotEqualTo(before).contains("pid=" + ProcessHandle.current().pid());
    }
    assertThat(folder).isEmptyDirectory();
  }

  private void seat(String host, String machine, long pid, Instant seen) throws IOException {
    Holder holder = new Holder("t" + pid, host, machine, pid, "long ago", seen);
    Files.writeString(folder.resolve("_lease"), holder.text());
  }

  private String seat() {
    try {
      return Files.readString(folder.resolve("_lease"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String thisHost() throws IOException {
    return InetAddress.getLocalHost().getHostName();
  }
}
