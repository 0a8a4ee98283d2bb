package io.tributary.silver.identity.match;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The people of a night, and what it leaves for the next.
 *
 * @param held what is kept in memory until the night is written
 */
public record MatchNight(Matched matched, MatchState state, List<Dataset<Row>> held)
    implements AutoCloseable {
  public MatchNight {
    held = List.copyOf(held);
  }

  @Override
  public void close() {
    held.forEach(Dataset::unpersist);
  }
}
