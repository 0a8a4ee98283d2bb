package io.tributary.lake;

import static io.tributary.lake.Field.DATE;
import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.required;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.tributary.Rows;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A small pipeline with every way to write: append, replace by unit, overwrite from own state. */
final class Hotel {
  static final Field ID = required("id", LONG, "The stay's number");
  static final Field ROOM = required("room", TEXT, "The room");
  static final Field GUEST = required("guest", TEXT, "The guest");
  static final Field NIGHTS = required("nights", LONG, "Nights stayed");
  static final Field SINCE = required("since", DATE, "The day the guest was first known");

  static final Table STAYS =
      Table.silver("stays", "One row per stay.", ID, ROOM, GUEST, NIGHTS).key(ID);
  static final Table ROOMS = Table.gold("rooms", "One row per room.", ROOM, NIGHTS).key(ROOM);
  static final Table GUESTS = Table.gold("guests", "One row per guest.", GUEST, SINCE).key(GUEST);
  static final Table[] TABLES = {STAYS, ROOMS, GUESTS};

  static final LocalDate MONDAY = LocalDate.parse("2026-01-05");
  static final LocalDate TUESDAY = LocalDate.parse("2026-01-06");

  private static final Map<LocalDate, String> CAME =
      Map.of(
          MONDAY,
          "id | room | guest | nights\n 1 | red | ann | 2\n 2 | blue | bob | 1\n 3 | red | ann | 4",
          TUESDAY,
          "id | room | guest | nights\n 4 | blue | cid | 5\n 5 | green | ann | 1");

  private Hotel() {}

  static List<Step> steps() {
    return List.of(
        Step.making(STAYS, lake -> lake.append(STAYS, Rows.of(STAYS, CAME.get(lake.asOf()))))
            .everyDay(),
        Step.making("gold.house", List.of(ROOMS, GUESTS), Hotel::house).reading(STAYS));
  }

  private static void house(Lake lake) {
    rooms(lake);
    guests(lake);
  }

  /** The rooms whose stays changed, added up again. */
  private static void rooms(Lake lake) {
    Dataset<Row> changed = lake.changes(STAYS).select(ROOM.col()).distinct();
    Dataset<Row> stays = lake.read(STAYS).join(changed, ROOM.name(), "left_semi");
    Dataset<Row> rooms = stays.groupBy(ROOM.col()).agg(sum(NIGHTS.col()).as(NIGHTS.name()));
    lake.replace(ROOMS, rooms, changed, ROOM);
  }

  /** Guests keep the day they were first known. */
  private static void guests(Lake lake) {
    Dataset<Row> known = lake.before(GUESTS);
    Dataset<Row> arrived =
        lake.changes(STAYS)
            .select(GUEST.col())
            .distinct()
            .join(known, GUEST.name(), "left_anti")
            .withColumn(SINCE.name(), lit(lake.asOf().toString()));
    lake.overwrite(GUESTS, GUESTS.select(arrived).union(known));
  }
}
