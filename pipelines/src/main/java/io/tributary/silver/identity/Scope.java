package io.tributary.silver.identity;

import io.tributary.models.identity.evaluate.SampledShare;
import io.tributary.silver.identity.match.Matched;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Whose identity a night finds out; whatever the scope, all tables end as if it was everybody's.
 */
interface Scope extends AutoCloseable {
  /** The profiles to look at, and what was known of them. */
  Resolution.Inputs inputs();

  /** What is looked at before the people are accepted, of everybody. */
  NightFigures figures(Resolution found, SampledShare audited);

  /**
   * How many of all profiles other thresholds would join.
   *
   * @param before how many profiles there were
   */
  ResolvedProfiles resolved(Resolution found, Matched matched, long before);

  /** Who everybody is. */
  Dataset<Row> links(Resolution found);

  /** Writes who is who. */
  void write(Resolution found);

  @Override
  void close();
}
