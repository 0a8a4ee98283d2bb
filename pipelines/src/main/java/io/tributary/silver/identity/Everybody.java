package io.tributary.silver.identity;

import io.tributary.lake.Lake;
import io.tributary.models.identity.evaluate.SampledShare;
import io.tributary.silver.identity.match.Matched;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Finds out who everybody is. */
record Everybody(Lake lake, Resolution.Inputs inputs) implements Scope {
  @Override
  public NightFigures figures(Resolution found, SampledShare audited) {
    return NightFigures.of(inputs, found, audited);
  }

  @Override
  public ResolvedProfiles resolved(Resolution found, Matched matched, long before) {
    return ResolvedProfiles.of(
        new ResolvedProfiles.Said(
            found.identityLinks(), inputs.identifiers(), Matched.doubts(matched.doubtful())));
  }

  @Override
  public Dataset<Row> links(Resolution found) {
    return found.identityLinks();
  }

  @Override
  public void write(Resolution found) {
    lake.overwrite(IdentityLinks.TABLE, found.identityLinks());
    lake.overwrite(GoldenCustomers.TABLE, found.goldenCustomers());
  }

  @Override
  public void close() {
    // Nothing is held in memory.
  }
}
