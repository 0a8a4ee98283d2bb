package io.tributary.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.sample.world.Scale;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);

  @TempDir Path folder;

  @Test
  void theCommittedSampleIsWhatSeedOneMakes() throws IOException {
    new Simulation(new Scale(1, 5000, 1096, LAST_DAY, 14)).writeSpoiledTo(folder);

    for (var tree : new String[] {"landing", "truth"}) {
      var made = Sample.files(folder.resolve(tree));
      var committed = Sample.files(Sample.folder().resolve(tree));
      assertThat(made.keySet()).isEqualTo(committed.keySet());
      committed.forEach(
          (name, path) ->
              assertThat(Sample.raw(made.get(name))).as(name).isEqualTo(Sample.raw(path)));
    }
  }

  @Test
  void nothingButLandingAndTruthIsLeftBehind() throws IOException {
    new Simulation(new Scale(1, 24, 200, LAST_DAY, 0)).writeTo(folder);

    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("landing", "truth");
  }

  @Test
  void anotherSeedIsAnotherWorld() throws IOException {
    new Simulation(new Scale(1, 24, 200, LAST_DAY, 0)).writeTo(folder.resolve("one"));
    new Simulation(new Scale(2, 24, 200, LAST_DAY, 0)).writeTo(folder.resolve("two"));

    var people = Path.of("truth", "people.csv");
    assertThat(Sample.text(folder.resolve("one").resolve(people)))
        .isNotEqualTo(Sample.text(folder.resolve("two").resolve(people)));
  }

  @Test
  void morePeopleLeaveThePeopleBeforeThemAsTheyWere() throws IOException {
    new Simulation(new Scale(1, 24, 200, LAST_DAY, 0)).writeTo(folder.resolve("few"));
    new Simulation(new Scale(1, 36, 200, LAST_DAY, 0)).writeTo(folder.resolve("more"));

    for (var name : new String[] {"people.csv", "value.csv"}) {
      var few = Sample.text(folder.resolve("few/truth").resolve(name));
      var more = Sample.text(folder.resolve("more/truth").resolve(name));
      assertThat(more).startsWith(few).hasSizeGreaterThan(few.length());
    }
  }

  @Test
  void dailyDeliveriesEndOnTheLastDayAndHistoryComesBeforeThem() throws IOException {
    new Simulation(new Scale(1, 24, 200, LAST_DAY, 2)).writeTo(folder);

    assertThat(folder.resolve("landing/till_transactions").toFile().list())
        .containsExactlyInAnyOrder("2026-06-28", "2026-06-29", "2026-06-30");
  }

  @Test
  void dailyDeliveriesTogetherHoldTheReceiptsOfOneLargeDelivery() throws IOException {
    new Simulation(new Scale(1, 120, 200, LAST_DAY, 5)).writeTo(folder.resolve("daily"));
    new Simulation(new Scale(1, 120, 200, LAST_DAY, 0)).writeTo(folder.resolve("once"));

    assertThat(receiptLines(folder.resolve("daily")))
        .containsExactlyInAnyOrderElementsOf(receiptLines(folder.resolve("once")));
  }

  private static List<String> receiptLines(Path world) {
    return Sample.files(world.resolve("landing/till_transactions")).values().stream()
        .flatMap(path -> Sample.text(path).lines().skip(1))
        .toList();
  }
}
