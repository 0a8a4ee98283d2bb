package io.tributary.lake.governance;

import io.tributary.lake.Lake;
import io.tributary.lake.Step;
import io.tributary.lake.Table;
import java.util.List;

/** The tables that finance owns, and how the decisions in the configuration come into them. */
public final class Governance {
  public static final List<Table> TABLES = List.of(Assumptions.TABLE);

  private Governance() {}

  public static List<Step> steps(List<Assumption> seeds) {
    return List.of(
        Step.making(Assumptions.TABLE, lake -> record(lake, seeds)).configuredBy(seeds.toString()));
  }

  /** Seeds are written down once; what was decided since stays after them. */
  private static void record(Lake lake, List<Assumption> seeds) {
    List<Assumption> missing = AssumptionBook.of(lake.before(Assumptions.TABLE)).unrecorded(seeds);
    if (!missing.isEmpty()) {
      lake.append(Assumptions.TABLE, lake.rows(Assumptions.TABLE, Assumptions.rows(missing)));
    }
  }
}
