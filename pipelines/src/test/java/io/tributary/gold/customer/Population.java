package io.tributary.gold.customer;

import io.tributary.TestSpark;
import io.tributary.silver.identity.IdentityLinks;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** People drawn by lot, with many equal figures, and what each bought at two brands. */
record Population(List<String> people, List<Day> days) {
  static final LocalDate TODAY = LocalDate.parse("2026-06-30");
  private static final int PEOPLE = 300;

  /** What a person bought at a brand on a day; no orders means that something came back alone. */
  record Day(String person, String brand, LocalDate date, int orders, BigDecimal net) {}

  static Population drawn(long seed) {
    var lot = new Random(seed);
    List<String> people = new ArrayList<>();
    Map<String, Day> days = new TreeMap<>();
    for (int number = 0; number < PEOPLE; number++) {
      String person = "person-" + number;
      people.add(person);
      for (int visit = lot.nextInt(6); visit > 0; visit--) {
        Day day = day(person, lot);
        days.put(person + day.brand() + day.date(), day);
      }
    }
    return new Population(people, List.copyOf(days.values()));
  }

  private static Day day(String person, Random lot) {
    int orders = lot.nextInt(8) == 0 ? 0 : 1 + lot.nextInt(2);
    BigDecimal net = BigDecimal.valueOf(lot.nextInt(400) * 25L, 2);
    return new Day(
        person,
        lot.nextBoolean() ? "home" : "kids",
        TODAY.minusDays(lot.nextInt(800)),
        orders,
        orders == 0 ? net.negate() : net);
  }

  /** One profile a person; its key is the tie breaker's ground. */
  Dataset<Row> links() {
    List<Row> rows =
        people.stream()
            .map(person -> RowFactory.create(profile(person), person, "founder", 1.0))
            .toList();
    return TestSpark.session().createDataFrame(rows, IdentityLinks.TABLE.schema());
  }

  static String profile(String person) {
    return "shop:" + person;
  }

  Dataset<Row> customerDays() {
    List<Row> rows = days.stream().map(Population::row).toList();
    return TestSpark.session().createDataFrame(rows, CustomerDays.TABLE.schema());
  }

  private static Row row(Day day) {
    boolean lone = day.orders() == 0;
    BigDecimal none = BigDecimal.ZERO.setScale(2);
    return RowFactory.create(
        day.person(),
        day.brand(),
        Date.valueOf(day.date()),
        (long) day.orders(),
        (long) day.orders(),
        lone ? none : day.net(),
        lone ? 1L : 0L,
        lone ? day.net().negate() : none,
        lone ? day.net().negate() : none,
        day.net(),
        lone ? new String[0] : new String[] {"web"},
        lone ? null : day.person() + day.date(),
        lone ? null : Timestamp.valueOf(day.date().atTime(12, 0)),
        null,
        null);
  }
}
