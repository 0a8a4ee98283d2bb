package io.tributary.silver.identity.match;

import io.tributary.lake.Lake;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The people of a night, and what it leaves for the next.
 *
 * @param change where that is not as the night before left it; null where all was looked at
 * @param blocks what the blocking rules brought together; null where not all was compared
 * @param held what is kept in memory until the night is written
 */
public record MatchNight(
    Matched matched,
    MatchState state,
    MatchChange change,
    NightBlocks blocks,
    List<Dataset<Row>> held)
    implements AutoCloseable {
  public MatchNight {
    held = List.copyOf(held);
  }

  /** The records that may be one with others than before; nothing where all may be. */
  public Optional<Dataset<Row>> reached() {
    return Optional.ofNullable(change).map(MatchChange::records);
  }

  /** Writes what the next night needs. */
  public void write(Lake lake) {
    if (change == null) {
      lake.overwrite(MatchState.PROFILES, state.profiles());
      lake.overwrite(MatchState.PEOPLE, state.people());
    } else {
      lake.replace(MatchState.PROFILES, change.profiles(), change.ids(), Standardised.ID);
      lake.replace(MatchState.PEOPLE, change.people(), change.components(), People.COMPONENT);
    }
    lake.overwrite(MatchState.PAIRS, state.pairs());
    lake.overwrite(MatchState.GENERIC, state.generic());
    if (blocks != null) {
      blocks.write(lake);
    }
  }

  @Override
  public void close() {
    held.forEach(Dataset::unpersist);
  }
}
