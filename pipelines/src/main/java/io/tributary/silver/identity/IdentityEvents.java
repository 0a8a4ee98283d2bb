package io.tributary.silver.identity;

import static io.tributary.lake.Field.DATE;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.tributary.bronze.Records;
import io.tributary.lake.DriverRows;
import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.models.identity.IdAssignment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What happened to the identity of each customer, and why; only ever added to. */
public final class IdentityEvents {
  public static final Field EVENT_DATE = required("event_date", DATE, "The as-of date of the run");
  public static final Field EVENT =
      required(
          "event",
          TEXT,
          "created: new; split: new, parted from another; revived: an id known before stands for"
              + " somebody again; merged: the id passed to its heir; moved: profiles passed to"
              + " another who was somebody else before; gone: no profile is left");
  public static final Field HEIR_ID =
      optional(
          "heir_id",
          TEXT,
          "For merged and moved: who took over. For split and revived: who it was split from, if"
              + " anybody");
  public static final Field FOUNDING_KEY =
      optional(
          "founding_key",
          TEXT,
          "For created and split: the record key from which the id was derived");
  public static final Field REASON = required("reason", TEXT, "Why, in words");

  private static final Field RUN = Records.RUN.meant("The run in which it happened");

  public static final Table TABLE =
      Table.silver(
              "identity_events",
              "One row per change of a master customer.",
              EVENT_DATE,
              EVENT,
              IdentityLinks.MASTER_CUSTOMER_ID,
              HEIR_ID,
              FOUNDING_KEY,
              REASON,
              RUN)
          .key(RUN, IdentityLinks.MASTER_CUSTOMER_ID, EVENT, HEIR_ID);

  private static final String MERGED = "merged";
  private static final String MOVED = "moved";
  private static final Table CHANGES =
      Table.silver(
          "changes",
          "One row per change.",
          IdentityLinks.MASTER_CUSTOMER_ID,
          EVENT,
          HEIR_ID,
          FOUNDING_KEY,
          REASON);

  private static final Table WAYS =
      Table.silver("ways", "One row per way.", Moves.FORMER_ID, IdentityLinks.MASTER_CUSTOMER_ID);
  private static final Table IDS =
      Table.silver("ids", "One row per id.", IdentityLinks.MASTER_CUSTOMER_ID);

  private IdentityEvents() {}

  /** When and in which run a change of identity is found. */
  record Found(LocalDate asOf, long run) {}

  /** An event, and whom it names besides. */
  public record Last(String event, String other) {
    /** Who stands for the master customer; nobody where it merged with none since it last stood. */
    public Optional<String> heir() {
      return event.equals(MERGED) ? Optional.of(other) : Optional.empty();
    }
  }

  /**
   * The births among {@code people}, whatever else the assignment changed, and what became of the
   * profiles besides.
   *
   * @param linksBefore the links that the profiles had, those of profiles that are gone among them
   */
  static Dataset<Row> of(
      Dataset<Row> people, Dataset<Row> linksBefore, IdAssignment assignment, Found found) {
    Dataset<Row> links = IdentityLinks.of(people);
    List<Row> changes = new ArrayList<>();
    assignment.persons().forEach((person, given) -> changes.addAll(change(person, given)));
    assignment.retirements().forEach(retired -> changes.add(merged(retired)));
    var others = DriverRows.of(changes, CHANGES.schema(), people);
    return TABLE.select(
        births(people)
            .union(others)
            .union(moved(Moves.of(linksBefore, links), assignment))
            .union(gone(linksBefore, links, assignment))
            .withColumn(EVENT_DATE.name(), lit(found.asOf()))
            .withColumn(Records.RUN.name(), lit(found.run())));
  }

  /**
   * The last that happened to a master customer, whichever profiles moved; nothing where none was
   * ever called so.
   */
  public static Optional<Last> last(Dataset<Row> events, String masterId) {
    return events
        .filter(IdentityLinks.MASTER_CUSTOMER_ID.col().equalTo(masterId))
        .filter(EVENT.col().notEqual(MOVED))
        .orderBy(Records.RUN.col().desc())
        .select(EVENT.col(), HEIR_ID.col())
        .limit(1)
        .collectAsList()
        .stream()
        .findFirst()
        .map(row -> new Last(row.getString(0), row.getString(1)));
  }

  private static Dataset<Row> births(Dataset<Row> people) {
    return people
        .filter(
            People.IS_NEW.col().and(Records.RECORD_KEY.col().equalTo(Clusters.FOUNDER_KEY.col())))
        .select(
            IdentityLinks.MASTER_CUSTOMER_ID.col(),
            EVENT.from(lit("created")),
            HEIR_ID.from(lit(null)),
            FOUNDING_KEY.from(Records.RECORD_KEY.col()),
            REASON.from(lit("No profile of this person was known before")));
  }

  /** Profiles of whom no other event tells that they are somebody else's. */
  private static Dataset<Row> moved(Dataset<Row> moves, IdAssignment assignment) {
    Stream<Row> split =
        assignment.persons().values().stream()
            .filter(given -> given.origin() != null)
            .map(given -> RowFactory.create(given.origin(), given.masterId()));
    Stream<Row> merged =
        assignment.retirements().stream()
            .map(retired -> RowFactory.create(retired.masterId(), retired.heir()));
    List<Row> told = Stream.concat(split, merged).toList();
    String[] ids = {Moves.FORMER_ID.name(), IdentityLinks.MASTER_CUSTOMER_ID.name()};
    Column profiles =
        when(Moves.MOVED.col().equalTo(1), lit(profiles(1)))
            .otherwise(concat(Moves.MOVED.col(), lit(" profiles")));
    return moves
        .join(DriverRows.of(told, WAYS.schema(), moves), ids, "left_anti")
        .select(
            IdentityLinks.MASTER_CUSTOMER_ID.from(Moves.FORMER_ID.col()),
            EVENT.from(lit(MOVED)),
            HEIR_ID.from(IdentityLinks.MASTER_CUSTOMER_ID.col()),
            FOUNDING_KEY.from(lit(null)),
            REASON.from(concat(profiles, lit(" passed to another person"))));
  }

  /** Ids that nobody has and nobody took over. */
  private static Dataset<Row> gone(
      Dataset<Row> linksBefore, Dataset<Row> links, IdAssignment assignment) {
    String id = IdentityLinks.MASTER_CUSTOMER_ID.name();
    List<Row> merged =
        assignment.retirements().stream()
            .map(retired -> RowFactory.create(retired.masterId()))
            .toList();
    return linksBefore
        .select(id)
        .distinct()
        .join(links.select(id), id, "left_anti")
        .join(DriverRows.of(merged, IDS.schema(), links), id, "left_anti")
        .select(
            IdentityLinks.MASTER_CUSTOMER_ID.col(),
            EVENT.from(lit("gone")),
            HEIR_ID.from(lit(null)),
            FOUNDING_KEY.from(lit(null)),
            REASON.from(lit("No profile of this person is left")));
  }

  private static List<Row> change(String person, IdAssignment.Given given) {
    String event = given.change().name().toLowerCase(Locale.ROOT);
    return switch (given.change()) {
      case KEPT -> List.of();
      case CREATED ->
          List.of(
              RowFactory.create(
                  given.masterId(), event, null, person, "Its profiles were nobody's before"));
      case SPLIT ->
          List.of(
              RowFactory.create(
                  given.masterId(), event, given.origin(), person, parted(given.profiles())));
      case REVIVED ->
          List.of(RowFactory.create(given.masterId(), event, given.origin(), null, revived(given)));
    };
  }

  private static Row merged(IdAssignment.Retirement retired) {
    String reason = profiles(retired.profiles()) + " became one person with those of the heir";
    return RowFactory.create(retired.masterId(), MERGED, retired.heir(), null, reason);
  }

  private static String revived(IdAssignment.Given given) {
    String founder = "The profile that founded the id is somebody of its own again";
    return given.origin() == null ? founder : parted(given.profiles()) + ". " + founder;
  }

  private static String parted(long profiles) {
    return profiles(profiles) + " parted from another person";
  }

  private static String profiles(long count) {
    return count == 1 ? "1 profile" : count + " profiles";
  }
}
