package io.tributary.gold.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.TestSpark;
import io.tributary.gold.customer.Population.Day;
import io.tributary.models.CertifiedValue;
import io.tributary.models.rfm.DecisionTable;
import io.tributary.models.rfm.Level;
import io.tributary.models.rfm.RfmCell;
import io.tributary.silver.identity.GoldenCustomers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values and segments worked out a second time, in plain Java, over people drawn by lot. */
class PopulationTest {
  private static final Terms TERMS = Given.termsAsOf(Population.TODAY.toString());
  private static final DecisionTable SEGMENTS = new DecisionTable(Given.SEGMENTS.segments());
  private static final Map<String, String> MARGINS = Map.of("home", "0.42", "kids", "0.5");

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 3", "3, 7"})
  void customersOfBothBrandsAreValuedAndSegmentedAsByHand(long seed, int parts) {
    var population = Population.drawn(seed);
    var brands = brands(population, parts);
    var master =
        CustomerMaster.of(
            new CustomerMaster.Inputs(
                brands.repartition(parts),
                Rows.of(GoldenCustomers.TABLE, "master_customer_id\nnobody"),
                population.links().repartition(parts)),
            TERMS);

    var byHand = byHand(population.days(), person -> true, population);

    assertThat(lines(master)).isEqualTo(byHand);
    assertThat(master.select("segment").distinct().count()).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource({"4, 1", "5, 3", "6, 7"})
  void customersOfOneBrandAreRankedAmongItsBuyers(long seed, int parts) {
    var population = Population.drawn(seed);
    var brands = brands(population, parts);

    for (String brand : MARGINS.keySet()) {
      var days = population.days().stream().filter(day -> day.brand().equals(brand)).toList();
      var customers = days.stream().map(Day::person).collect(Collectors.toSet());
      assertThat(lines(brands.filter("brand = '" + brand + "'")))
          .isEqualTo(byHand(days, customers::contains, population));
    }
  }

  private static Dataset<Row> brands(Population population, int parts) {
    var made =
        CustomerBrand.of(
            population.customerDays().repartition(parts),
            population.links().repartition(parts),
            TERMS);
    // Read back, as the next table does, and not made anew for each use.
    return TestSpark.session().createDataFrame(made.collectAsList(), CustomerBrand.TABLE.schema());
  }

  private static List<String> lines(Dataset<Row> customers) {
    return Rows.of(
        customers.select(
            "master_customer_id",
            "clv",
            "recency_quintile",
            "frequency_quintile",
            "monetary_quintile",
            "segment"));
  }

  private static List<String> byHand(
      List<Day> days, Predicate<String> isCustomer, Population population) {
    var fifths = new Fifths(days, hashes(population));
    return population.people().stream()
        .filter(isCustomer)
        .map(
            person ->
                Stream.of(
                        person,
                        value(of(days, person)),
                        fifths.line(person),
                        fifths.segment(person))
                    .map(String::valueOf)
                    .map(cell -> cell.equals("null") ? "-" : cell)
                    .collect(Collectors.joining(" | ")))
        .sorted()
        .toList();
  }

  private static BigDecimal value(List<Day> days) {
    return MARGINS.keySet().stream()
        .map(
            brand -> {
              var year =
                  days.stream().filter(day -> day.brand().equals(brand) && isInYear(day)).toList();
              return CertifiedValue.of(
                  new CertifiedValue.Year(orders(year), net(year)),
                  new BigDecimal("3.2"),
                  new BigDecimal(MARGINS.get(brand)));
            })
        .filter(value -> value != null)
        .reduce(BigDecimal::add)
        .orElse(null);
  }

  private static boolean isInYear(Day day) {
    return day.date().isAfter(Population.TODAY.minusDays(365));
  }

  private static List<Day> of(List<Day> days, String person) {
    return days.stream().filter(day -> day.person().equals(person)).toList();
  }

  private static long orders(List<Day> days) {
    return days.stream().mapToLong(Day::orders).sum();
  }

  private static BigDecimal net(List<Day> days) {
    return days.stream().map(Day::net).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Spark's hash of each person's profile, by which equal figures are ranked. */
  private static Map<String, Long> hashes(Population population) {
    return population
        .links()
        .selectExpr("master_customer_id", "xxhash64(record_key)")
        .collectAsList()
        .stream()
        .collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1)));
  }

  /** The fifths of all buyers, each found by sorting the whole list. */
  private static final class Fifths {
    private final Map<String, List<Day>> buyers = new HashMap<>();
    private final Map<String, Long> hashes;
    private final Map<String, Integer> recency;
    private final Map<String, Integer> frequency;
    private final Map<String, Integer> monetary;

    Fifths(List<Day> days, Map<String, Long> hashes) {
      this.hashes = hashes;
      days.forEach(day -> buyers.put(day.person(), of(days, day.person())));
      buyers.values().removeIf(own -> orders(own) == 0);
      recency = sorted(own -> ordered(own).mapToLong(LocalDate::toEpochDay).max().orElseThrow());
      frequency = sorted(own -> orders(own.stream().filter(PopulationTest::isInYear).toList()));
      monetary = sorted(own -> net(own).movePointRight(2).longValueExact());
    }

    private Map<String, Integer> sorted(ToLongFunction<List<Day>> figure) {
      List<String> order =
          buyers.keySet().stream()
              .sorted(
                  Comparator.<String>comparingLong(person -> figure.applyAsLong(buyers.get(person)))
                      .thenComparing(hashes::get))
              .toList();
      Map<String, Integer> fifths = new HashMap<>();
      for (int rank = 0; rank < order.size(); rank++) {
        fifths.put(order.get(rank), rank * 5 / order.size() + 1);
      }
      return fifths;
    }

    private static Stream<LocalDate> ordered(List<Day> own) {
      return own.stream().filter(day -> day.orders() > 0).map(Day::date);
    }

    String line(String person) {
      return Stream.of(recency, frequency, monetary)
          .map(fifths -> fifths.get(person))
          .map(fifth -> fifth == null ? "-" : fifth.toString())
          .collect(Collectors.joining(" | "));
    }

    String segment(String person) {
      if (!buyers.containsKey(person)) {
        return null;
      }
      var first = ordered(buyers.get(person)).min(Comparator.naturalOrder()).orElseThrow();
      return SEGMENTS
          .decide(
              new RfmCell(
                  ChronoUnit.DAYS.between(first, Population.TODAY) < 90,
                  Level.ofQuintile(recency.get(person)),
                  Level.ofQuintile(frequency.get(person)),
                  Level.ofQuintile(monetary.get(person))))
          .segment();
    }
  }
}
