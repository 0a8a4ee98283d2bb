package io.tributary.silver.identity.match;

import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What the matching of a night leaves for the next, so that only what changed is compared again.
 *
 * @param profiles the records, standardised, and the blocks they stand in
 * @param pairs the pairs that were looked at together
 * @param people the people, and who may be one
 * @param generic the values that stood for nobody
 */
public record MatchState(
    Dataset<Row> profiles, Dataset<Row> pairs, Dataset<Row> people, Dataset<Row> generic) {
  static final Field KEYS =
      Field.required(
          "block_keys", DataTypes.BinaryType, "The keys of its blocks, eight bytes each");
  static final Field FIELD = Field.required("field", Field.TEXT, "The field, as it is declared");
  static final Field VALUE = Field.required("value", Field.TEXT, "The standardised value");

  public static final Table PROFILES =
      Table.silver(
              "match_profiles",
              "One row per record that is compared.",
              Records.RECORD_KEY,
              Standardised.ID,
              Standardised.TEXTS,
              KEYS)
          .restricted();
  static final StructType PROFILE =
      Standardised.row(Records.RECORD_KEY, Standardised.ID, Standardised.TEXTS, KEYS);
  public static final Table PAIRS =
      Table.silver(
          "match_pairs",
          "One row per two records that may be one person.",
          ScoredPairs.ONE,
          ScoredPairs.OTHER,
          ScoredPairs.EVIDENCE,
          ScoredPairs.BLOCK_KEY);
  public static final Table PEOPLE =
      Table.silver(
          "match_people",
          "One row per record that may be one person with another, one per two people who may be"
              + " one, and one per two records whose numbers say whether they are.",
          Records.RECORD_KEY,
          People.PERSON_KEY,
          People.PROBABILITY,
          People.IS_MEMBER,
          People.COMPONENT,
          People.REASON,
          People.FINGERPRINT,
          People.IS_RIGHT);
  public static final Table GENERIC =
      Table.silver(
              "generic_values",
              "One row per value that stands for nobody: shared by many, or filled in.",
              FIELD,
              VALUE)
          .key(FIELD, VALUE)
          .restricted();

  public static final List<Table> TABLES = List.of(PROFILES, PAIRS, PEOPLE, GENERIC);
}
