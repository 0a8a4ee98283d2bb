package io.tributary.lake;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Format;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;

/** A table's declaration as Delta keeps it: schema, comments, and which columns have statistics. */
final class DeltaDeclaration {
  private static final String SKIPPED_BY = "delta.dataSkippingStatsColumns";

  /**
   * Whether Delta forgets versions by their age. A step that stood still for a month has one of
   * them to compare with; {@link Vacuum} forgets those that nobody needs.
   */
  private static final String FORGETS = "delta.enableExpiredLogCleanup";

  /** What a kept declaration must have in common with that of the table. */
  private static final List<String> DECLARED = List.of(SKIPPED_BY, FORGETS);

  private final Table table;
  private final OptimisticTransaction transaction;

  DeltaDeclaration(Table table, OptimisticTransaction transaction) {
    this.table = table;
    this.transaction = transaction;
  }

  /**
   * Creates the table with its first write; adopts a changed declaration with a later one. Whether
   * it changed.
   */
  boolean declare(long now) {
    Metadata declared = metadata(now, properties());
    if (isNew()) {
      transaction.updateMetadataForNewTable(declared);
      return false;
    }
    Metadata kept = transaction.metadata();
    boolean isSame =
        kept.schemaString().equals(declared.schemaString())
            && table.grain().equals(kept.description())
            && DECLARED.stream()
                .allMatch(
                    key -> kept.configuration().get(key).equals(declared.configuration().get(key)));
    if (!isSame) {
      transaction.updateMetadata(declared, false);
    }
    return !isSame;
  }

  boolean areDeletionVectorsEnabled() {
    return transaction.metadata().configuration().contains(DeletionVectors.ENABLED);
  }

  /** From now on readers of the table have to know of rows that are struck out. */
  void enableDeletionVectors(long now) {
    if (!areDeletionVectorsEnabled()) {
      Map<String, String> properties = properties();
      properties.put(DeletionVectors.ENABLED, "true");
      transaction.updateMetadata(metadata(now, properties), false);
    }
  }

  /** Refuses a column of another type than in the files that stay: nobody could read both. */
  void requireTypesOfStanding() {
    StructType stored = transaction.snapshot().schema();
    Set<String> names = Set.of(stored.fieldNames());
    for (Field field : table.fields()) {
      String held =
          names.contains(field.name()) ? typeOf(stored, field) : field.type().catalogString();
      if (!held.equals(field.type().catalogString())) {
        throw TributaryException.usage(
            "%s: column %s holds %s and is now declared %s, and rows of before stay beside the new."
                    .formatted(table, field.name(), held, field.type().catalogString())
                + " Give the column another name, or replay into another --lakehouse.");
      }
    }
  }

  private static String typeOf(StructType stored, Field field) {
    return stored.apply(field.name()).dataType().catalogString();
  }

  private Metadata metadata(long now, Map<String, String> properties) {
    return new Metadata(
        isNew() ? UUID.randomUUID().toString() : transaction.metadata().id(),
        table.name(),
        table.grain(),
        new Format("parquet", Map$.MODULE$.empty()),
        table.schema().json(),
        CollectionConverters.asScala(List.<String>of()).toSeq(),
        Map$.MODULE$.from(CollectionConverters.asScala(properties)),
        Option.apply(now));
  }

  /**
   * Statistics only of columns by which files are skipped: of all, they cost a quarter of a write.
   * No version is forgotten by its age alone.
   */
  private Map<String, String> properties() {
    String columns =
        table.fields().stream()
            .filter(table::isSoughtBy)
            .map(Field::name)
            .collect(Collectors.joining(","));
    Map<String, String> properties = new TreeMap<>();
    properties.put(FORGETS, "false");
    if (columns.isEmpty()) {
      properties.put("delta.dataSkippingNumIndexedCols", "0");
    } else {
      properties.put(SKIPPED_BY, columns);
    }
    if (!isNew() && areDeletionVectorsEnabled()) {
      properties.put(DeletionVectors.ENABLED, "true");
    }
    return properties;
  }

  private boolean isNew() {
    return transaction.snapshot().version() < 0;
  }
}
