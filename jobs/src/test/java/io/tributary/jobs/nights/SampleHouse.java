package io.tributary.jobs.nights;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.jobs.command.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A lakehouse of the sample, and what can be asked of it. */
final class SampleHouse {
  private final Path folder;

  private SampleHouse(Path folder) {
    this.folder = folder;
  }

  /** One in a folder of its own, so that no truth lies beside what landed. */
  static SampleHouse in(Path folder) throws IOException {
    Shell.keepSpark();
    SampleHouse house = new SampleHouse(folder);
    Path sample = Shell.HOME.resolve("sample-data/landing").normalize();
    try (Stream<Path> files = Files.walk(sample)) {
      for (Path file : files.toList()) {
        Files.copy(file, house.landing().resolve(sample.relativize(file).toString()));
      }
    }
    return house;
  }

  Path landing() {
    return folder.resolve("landing");
  }

  Shell.Outcome tributary(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--landing", landing().toString()));
    return Shell.under("conf/local.yaml", folder.resolve("lakehouse"), all.toArray(String[]::new));
  }

  /** The rows of an answer, none of whose values but the last holds a comma. */
  List<String[]> rows(String query, int columns) {
    Shell.Outcome outcome = tributary("sql", query, "--csv");
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    return outcome.out().lines().skip(1).map(line -> line.split(",", columns)).toList();
  }

  /** A file as seen from the landing folder. */
  String below(String file) {
    return landing().relativize(Path.of(file).normalize()).toString();
  }

  /** What the ledger says of each file. */
  Map<String, Account> accounts() {
    return rows(
            "select file, sum(landed), sum(accepted), sum(duplicate), sum(superseded),"
                + " sum(quarantined) from ops.files group by file",
            6)
        .stream()
        .collect(toMap(row -> below(row[0]), Account::of));
  }
}
