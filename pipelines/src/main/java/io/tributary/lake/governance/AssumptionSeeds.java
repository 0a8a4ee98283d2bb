package io.tributary.lake.governance;

import io.tributary.lake.YamlFile;
import java.nio.file.Path;
import java.util.List;

/** The assumptions a new lakehouse starts with, from {@code conf/assumptions.yaml}. */
public record AssumptionSeeds(List<Assumption> assumptions) {

  public AssumptionSeeds {
    assumptions = assumptions == null ? List.of() : List.copyOf(assumptions);
  }

  public static List<Assumption> load(Path file) {
    return YamlFile.read(file, AssumptionSeeds.class).assumptions();
  }
}
