package io.tributary.silver.identity.match;

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
  }

  /** All people, as {@link People} lists them; {@code profiles} hold every value. */
  Dataset<Row> all(Dataset<Row> profiles, GenericValues generic) {
    List<Long> records = new ArrayList<>(asked.size());
    asked.forEach((id, component) -> records.add(id));
    Dataset<Row> standardised =
        generic.without(
            Numbers.among(profiles, Standardised.ID, records), uniting.linker().schema().size());
    return Numbers.without(before, People.COMPONENT, gone)
        .union(uniting.people(standardised, asked));
  }
}
