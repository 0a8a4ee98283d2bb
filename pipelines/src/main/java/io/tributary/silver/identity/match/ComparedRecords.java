package io.tributary.silver.identity.match;

import io.tributary.bronze.Records;
import io.tributary.models.identity.linkage.Schema;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A few records as the last night compared them. */
public final class ComparedRecords {
  private ComparedRecords() {}

  /**
   * The standardised values of some records, by key, null where they say nothing.
   *
   * @param profiles as {@link MatchState#PROFILES} keeps them
   * @param generic as {@link MatchState#GENERIC} keeps them
   */
  public static Map<String, String[]> texts(
      Dataset<Row> profiles, Dataset<Row> generic, MatchSpec spec, Collection<String> keys) {
    Schema schema = spec.schema();
    GenericValues without = GenericValues.read(generic, schema);
    Map<String, String[]> texts = new TreeMap<>();
    profiles
        .filter(Records.RECORD_KEY.col().isInCollection(keys))
        .collectAsList()
        .forEach(
            row ->
                texts.put(
                    row.getString(0),
                    without.without(Packed.unpack(row.getString(2), schema.size()))));
    return texts;
  }
}
