package io.tributary.jobs.night;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.tributary.bronze.Records;
import io.tributary.lake.TributaryException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A file that says which records are of which person. */
public final class KnownPeople {
  /** The person of a profile, in truth. */
  public static final String TRUTH = "the_truth";

  /** The source of a profile. */
  public static final String SOURCE = "the_source";

  private static final String ID = "the_record";

  private final Path file;
  private final Dataset<Row> known;
  private final long records;

  private KnownPeople(Path file, Dataset<Row> known) {
    this.file = file;
    this.known = known;
    this.records = known.count();
  }

  /**
   * Reads the file.
   *
   * @param file CSV with names
   * @param record what names a record, in SQL; null for the first column
   * @param person what names its person, in SQL; null for the second column
   */
  public static KnownPeople read(SparkSession session, Path file, String record, String person) {
    GivenFile given = GivenFile.read(session, file, "--truth");
    List<String> columns = given.columns();
    if (columns.size() < 2 && (record == null || person == null)) {
      throw TributaryException.usage(
          "--truth: %s has the one column '%s'; it takes one that names a record and one that names"
                  .formatted(file, String.join("", columns))
              + " its person.");
    }
    Dataset<Row> known =
        given
            .rows()
            .select(
                given
                    .name("--record", record == null ? GivenFile.quoted(columns.get(0)) : record)
                    .as(ID),
                given
                    .name("--person", person == null ? GivenFile.quoted(columns.get(1)) : person)
                    .as(TRUTH));
    KnownPeople people =
        new KnownPeople(
            file, known.filter(col(ID).isNotNull().and(col(TRUTH).isNotNull())).distinct());
    people.requireOnce();
    return people;
  }

  private void requireOnce() {
    List<Row> torn =
        known
            .groupBy(ID)
            .agg(countDistinct(TRUTH).as("people"))
            .filter("people > 1")
            .orderBy(ID)
            .limit(1)
            .collectAsList();
    if (!torn.isEmpty()) {
      throw TributaryException.usage(
          "--truth: %s gives record '%s' to %d people; a record is of one."
              .formatted(file, torn.get(0).getString(0), torn.get(0).getLong(1)));
    }
    if (records == 0) {
      throw TributaryException.usage(
          "--truth: %s names no record with its person.".formatted(file));
    }
  }

  /** How many records the file names. */
  public long records() {
    return records;
  }

  /**
   * The profiles that the file names, by their record key or by what stands in it after the source,
   * each with its source and its person.
   */
  public Dataset<Row> among(Dataset<Row> customerRecord) {
    Dataset<Row> profiles =
        customerRecord.select(
            Records.RECORD_KEY.col(), coalesce(Records.SOURCE.col(), lit("none")).as(SOURCE));
    org.apache.spark.sql.Column rest =
        Records.RECORD_KEY
            .col()
            .substr(length(col(SOURCE)).plus(2), length(Records.RECORD_KEY.col()));
    Dataset<Row> named =
        profiles
            .select(Records.RECORD_KEY.col(), col(SOURCE), Records.RECORD_KEY.col().as(ID))
            .union(profiles.select(Records.RECORD_KEY.col(), col(SOURCE), rest.as(ID)))
            .join(known, ID);
    requireMatches(profiles, named);
    return named.select(Records.RECORD_KEY.col(), col(SOURCE), col(TRUTH)).distinct();
  }

  private void requireMatches(Dataset<Row> profiles, Dataset<Row> named) {
    List<Row> twice =
        named
            .groupBy(ID)
            .agg(
                countDistinct(Records.RECORD_KEY.name()).as("profiles"),
                concat_ws(" and ", min(Records.RECORD_KEY.col()), max(Records.RECORD_KEY.col())))
            .filter("profiles > 1")
            .orderBy(ID)
            .limit(1)
            .collectAsList();
    if (!twice.isEmpty()) {
      throw TributaryException.usage(
          "--truth: '%s' may be %s. Name whole record keys, such as --record \"concat('SOURCE/', id)\"."
              .formatted(twice.get(0).getString(0), twice.get(0).getString(2)));
    }
    if (named.isEmpty()) {
      throw TributaryException.usage(
          "--truth: none of the records that %s names is a profile: it names '%s', and there are such"
                  .formatted(file, known.orderBy(ID).first().getString(0))
              + " as '%s'. --record takes an SQL expression of the file's columns."
                  .formatted(profiles.orderBy(Records.RECORD_KEY.col()).first().getString(0)));
    }
  }
}
