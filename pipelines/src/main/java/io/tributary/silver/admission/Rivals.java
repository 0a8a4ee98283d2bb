package io.tributary.silver.admission;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import io.tributary.bronze.Records;
import io.tributary.bronze.source.Delivery;
import io.tributary.bronze.source.Source;
import io.tributary.lake.Field;
import io.tributary.lake.Lake;
import io.tributary.lake.Spans;
import io.tributary.lake.Table;
import io.tributary.silver.typing.Typed;
import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The records of earlier runs that new ones of their source compete with. */
public final class Rivals {
  /** Tells one landed record from another. */
  static final String[] PLACE = {Records.RUN.name(), Records.FILE.name(), Records.POSITION.name()};

  private final Source source;
  private final Lake lake;
  private final EarlierCopies copies;
  private final SetAside aside;

  Rivals(Source source, Lake lake, EarlierCopies copies, SetAside aside) {
    this.source = source;
    this.lake = lake;
    this.copies = copies;
    this.aside = aside;
  }

  /** Those of runs up to {@code since}; null when there can be none. */
  Dataset<Row> of(Dataset<Row> fresh, long since) {
    Table bronze = Records.table(source.name());
    if (!lake.existedBefore(bronze)) {
      return null;
    }
    return rivals(seen(bronze, since), fresh)
        .map(this::standing)
        .map(source.delivery() == Delivery.SNAPSHOT ? Rivals::newest : rivals -> rivals)
        .map(rivals -> rivals.select(Typed.identity()).withColumn(Outcomes.IS_NEW, lit(false)))
        .orElse(null);
  }

  private Dataset<Row> seen(Table bronze, long since) {
    return copies
        .dated(lake.before(bronze), source, lake)
        .where(Records.DEFECT.col().isNull().and(Records.RUN.col().leq(since)));
  }

  /** Of the records with some keys those that stood after run {@code since}, as they landed. */
  Optional<Dataset<Row>> stood(Dataset<Row> keys, long since) {
    Table bronze = Records.table(source.name());
    if (!lake.existedBefore(bronze)) {
      return Optional.empty();
    }
    return sharing(seen(bronze, since), keys, Records.RECORD_KEY, Records.ACCOUNT)
        .map(told -> told.join(standing(told, since), PLACE, "left_semi"));
  }

  /**
   * Whether an earlier record in another unit tells of what lost its own: it may stand again.
   *
   * @param vacated keys of records, as {@link Judged#vacated} gives them
   */
  boolean areTold(Dataset<Row> vacated, long since) {
    String left = "left_" + Records.UNIT_KEY.name();
    Dataset<Row> keys = vacated.select(Records.RECORD_KEY.col(), Records.UNIT_KEY.col().as(left));
    return sharing(
            seen(Records.table(source.name()), since), vacated, Records.RECORD_KEY, Records.ACCOUNT)
        .map(this::standing)
        .map(told -> told.join(keys, Records.RECORD_KEY.name()))
        .filter(told -> !told.where(Records.UNIT_KEY.col().notEqual(col(left))).isEmpty())
        .isPresent();
  }

  private Dataset<Row> standing(Dataset<Row> told, long since) {
    Dataset<Row> known = told.select(Typed.identity()).localCheckpoint(/* eager */ false);
    Dataset<Row> judged =
        Outcomes.of(
            of(known, since).withColumn(Typed.REASON.name(), lit(null).cast(Field.TEXT)),
            source,
            /* withEarlier= */ false);
    return judged
        .where(judged.col(Outcomes.OUTCOME).equalTo(Outcomes.ACCEPTED))
        .select(Arrays.stream(PLACE).map(judged::col).toArray(Column[]::new));
  }

  private Optional<Dataset<Row>> rivals(Dataset<Row> seen, Dataset<Row> fresh) {
    return switch (source.delivery()) {
      case APPEND, UPSERT ->
          source.key().isEmpty()
              ? sharing(seen, fresh, Records.FILE_HASH, Records.FILE_HASH)
              : sharing(seen, fresh, Records.UNIT_KEY, Records.ACCOUNT);
      case SNAPSHOT -> sharing(seen, fresh, Records.UNIT_KEY, Records.UNIT_KEY);
      case WINDOW, FILE -> ofUnits(seen, fresh);
    };
  }

  /** Those of the last snapshot of each unit, which put away all before it when it came. */
  private static Dataset<Row> newest(Dataset<Row> standing) {
    Dataset<Row> last =
        standing
            .groupBy(Records.UNIT_KEY.col())
            .agg(max(Records.DELIVERY_DATE.col()).as(Records.DELIVERY_DATE.name()));
    String[] snapshot = {Records.UNIT_KEY.name(), Records.DELIVERY_DATE.name()};
    return standing.join(broadcast(last), snapshot, "left_semi");
  }

  /** All of the units that new records belong to, or that hold a copy of a new record. */
  private static Optional<Dataset<Row>> ofUnits(Dataset<Row> seen, Dataset<Row> fresh) {
    Dataset<Row> own = fresh.select(Records.UNIT_KEY.col());
    Dataset<Row> units =
        sharing(seen, fresh, Records.RECORD_KEY, Records.ACCOUNT)
            .map(copies -> own.union(copies.select(Records.UNIT_KEY.col())))
            .orElse(own);
    return sharing(seen, units, Records.UNIT_KEY, Records.UNIT_KEY);
  }

  /**
   * Those that share a value of a field with new records; empty when it is known that none does.
   *
   * @param group what parts the new records so that their values lie close together
   */
  private static Optional<Dataset<Row>> sharing(
      Dataset<Row> seen, Dataset<Row> fresh, Field field, Field group) {
    return Spans.near(seen, fresh, field, group)
        .map(near -> near.join(fresh.select(field.col()).distinct(), field.name(), "left_semi"));
  }

  /** The records among them that no earlier run has set aside. */
  Dataset<Row> standing(Dataset<Row> records) {
    return aside.without(records, source, lake);
  }
}
