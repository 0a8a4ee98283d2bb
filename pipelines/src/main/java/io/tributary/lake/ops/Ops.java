package io.tributary.lake.ops;

import io.tributary.lake.Table;
import java.util.List;

/** The tables in which runs keep their books. */
public final class Ops {
  public static final List<Table> TABLES =
      List.of(
          Runs.TABLE,
          Steps.TABLE,
          Files.TABLE,
          QualityChecks.TABLE,
          QualityScores.TABLE,
          Quarantine.TABLE,
          Alerts.TABLE,
          Published.TABLE);

  private Ops() {}
}
