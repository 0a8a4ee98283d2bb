package io.tributary.silver.identity.match;

import io.tributary.bronze.Records;
import io.tributary.models.identity.cluster.LinkedRecords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The people of components that are not as they were, and beside them those that stand. */
final class RegroupedPeople {
  private final Dataset<Row> before;
  private final Uniting uniting;
  private final LinkedRecords asked;
  private final Set<Long> gone = new HashSet<>();
  private final boolean isAll;

  /**
   * Tells which components are as they were.
   *
   * @param before the people of the night before, as {@link People} lists them
   * @param linked the records that hang together now
   * @param reached the records that are not as they were
   */
  RegroupedPeople(Dataset<Row> before, Uniting uniting, LinkedRecords linked, Set<Long> reached) {
    this.before = before;
    this.uniting = uniting;
    Map<Long, Long> now = Fingerprint.all(linked, uniting.known(), uniting.linker().calibration());
    reached.stream().filter(linked::contains).map(linked::smallest).forEach(now::remove);
    Set<Long> standing = new HashSet<>();
    for (Row row :
        before
            .select(People.COMPONENT.col(), People.FINGERPRINT.col())
            .distinct()
            .collectAsList()) {
      long component = row.getLong(0);
      Long fingerprint = now.get(component);
      (fingerprint != null && fingerprint == row.getLong(1) ? standing : gone).add(component);
    }
    asked = linked.without(standing);
    isAll = standing.isEmpty() && !gone.isEmpty();
  }

  /**
   * The people of the components that are not as they were, as {@link People} lists them.
   *
   * @param profiles of all records, with every value
   */
  Dataset<Row> made(Dataset<Row> profiles, GenericValues generic) {
    List<Long> records = new ArrayList<>(asked.size());
    asked.forEach((id, component) -> records.add(id));
    Dataset<Row> standardised =
        generic.without(
            Numbers.among(profiles, Standardised.ID, records), uniting.linker().schema().size());
    return uniting.people(standardised, asked);
  }

  /** All people; {@code made} are those that {@link #made} gives. */
  Dataset<Row> all(Dataset<Row> made) {
    return Numbers.without(before, People.COMPONENT, gone).union(made);
  }

  /** Whether no component is as it was, as when all odds are corrected anew. */
  boolean isAll() {
    return isAll;
  }

  /** The components that are not as they were, as rows. */
  Dataset<Row> components() {
    Set<Long> components = new HashSet<>(gone);
    asked.forEach((id, component) -> components.add(component));
    return Numbers.rows(components, People.COMPONENT, before);
  }

  /** The records of the components that are not as they were, before or now; some come twice. */
  Dataset<Row> records(Dataset<Row> made) {
    return Numbers.among(before, People.COMPONENT, gone)
        .select(Records.RECORD_KEY.col())
        .union(made.select(Records.RECORD_KEY.col()));
  }
}
