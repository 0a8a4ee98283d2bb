package io.tributary.jobs.nights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tributary.jobs.command.Shell;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A retailer's real till lines, onboarded by configuration alone, from the file to the segments:
 * against published figures, and against what the file says itself.
 */
class OnlineRetailTest {
  private static final Path LANDING =
      Path.of(System.getProperty("reference.data", "absent"), "retail");
  private static final Path FILE = LANDING.resolve("online_retail.csv.gz");

  private static final LocalDate LAST_DAY = LocalDate.of(2011, 12, 9);

  @TempDir private static Path folder;
  private static List<Line> lines;

  /** A till line as far as money and people go. */
  private record Line(
      String invoice, long quantity, LocalDate day, BigDecimal price, String customer) {
    static Line of(String row) {
      // Only the description, the third of eight, may hold commas.
      String[] cells = row.split(",", -1);
      int end = cells.length;
      return new Line(
          cells[0],
          Long.parseLong(cells[end - 5]),
          LocalDate.parse(cells[end - 4].substring(0, 10)),
          new BigDecimal(cells[end - 3]),
          cells[end - 2]);
    }

    boolean isSale() {
      return Character.isDigit(invoice.charAt(0)) && quantity > 0 && price.signum() > 0;
    }

    boolean isReturn() {
      return invoice.startsWith("C");
    }

    boolean isAnonymous() {
      return customer.isEmpty();
    }

    BigDecimal cents() {
      return price.multiply(BigDecimal.valueOf(quantity)).setScale(2, RoundingMode.HALF_UP);
    }
  }

  @BeforeAll
  static void theNight() throws IOException {
    if (Files.exists(FILE)) {
      Shell.keepSpark();
      Shell.Outcome night = tributary("nightly", "--landing", LANDING.toString());
      assertThat(night.exitCode()).as(night.out() + night.err()).isZero();
      lines = lines();
    }
  }

  @BeforeEach
  void export() {
    assumeTrue(Files.exists(FILE), () -> "skipped: the till lines are not at " + FILE);
  }

  private static List<Line> lines() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(Line::of).toList();
    }
  }

  private static Shell.Outcome tributary(String... arguments) {
    return Shell.under("conf/examples/online-retail.yaml", folder.resolve("lakehouse"), arguments);
  }

  private static String row(String query) {
    Shell.Outcome outcome = tributary("sql", query, "--csv");
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    return outcome.out().lines().skip(1).findFirst().orElseThrow();
  }

  private static BigDecimal sum(Predicate<Line> chosen) {
    return lines.stream()
        .filter(chosen)
        .map(Line::cents)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .abs();
  }

  private static long customers(Predicate<Line> chosen) {
    return lines.stream()
        .filter(chosen.and(line -> !line.isAnonymous()))
        .map(Line::customer)
        .distinct()
        .count();
  }

  @Test
  void theLinesAddUpToThePublishedFigures() {
    assertThat(row("select sum(landed), sum(accepted), sum(quarantined) from ops.files"))
        .isEqualTo("541909,541909,0");
    assertThat(row("select count(distinct order_key) from silver.orders")).isEqualTo("19959");
    assertThat(
            row("select count(distinct order_key), sum(original_amount) from silver.order_lines"))
        .isEqualTo("19959,10655622.484000");
    assertThat(row("select count(*), sum(original_amount) from silver.returns"))
        .isEqualTo("9288,896812.490000");
    BigDecimal badDebts = new BigDecimal("-11062.06");
    assertThat(new BigDecimal("10655622.484").subtract(new BigDecimal("896812.49")).add(badDebts))
        .isEqualByComparingTo("9747747.934");
  }

  @Test
  void theDaysHoldEveryCentAndTheCustomersAllButTheAnonymousOnes() {
    assertThat(row("select sum(net_amount) from silver.order_lines"))
        .isEqualTo(sum(Line::isSale).toString());
    assertThat(
            row(
                "select sum(revenue), sum(returns_amount), sum(net_revenue) from gold.daily_kpis"
                    + " where brand = 'enterprise'"))
        .isEqualTo(figures(line -> true));
    assertThat(
            row(
                "select sum(revenue), sum(returns_amount), sum(net_revenue)"
                    + " from gold.customer_master"))
        .isEqualTo(figures(line -> !line.isAnonymous()));
    assertThat(figures(Line::isAnonymous)).isEqualTo("1744214.58,285470.40,1458744.18");
  }

  private static String figures(Predicate<Line> chosen) {
    BigDecimal revenue = sum(chosen.and(Line::isSale));
    BigDecimal returned = sum(chosen.and(Line::isReturn));
    return String.join(
        ",", revenue.toString(), returned.toString(), revenue.subtract(returned).toString());
  }

  @Test
  void everyCustomerWithAnOrderHasASegmentAndThe34WithoutHaveNone() {
    long all = customers(line -> true);
    long buyers = customers(Line::isSale);

    assertThat(List.of(all, buyers, all - buyers)).isEqualTo(List.of(4_372L, 4_338L, 34L));
    assertThat(
            row(
                "select count(*), count_if(orders > 0), count(segment), count_if(segment is null)"
                    + " from gold.customer_master"))
        .isEqualTo("4372,4338,4338,34");
  }

  @Test
  void everyCustomerWithAnOrderWithinAYearIsValued() {
    LocalDate yearBefore = LAST_DAY.minusYears(1);
    long active = customers(line -> line.isSale() && line.day().isAfter(yearBefore));

    assertThat(row("select count(clv), count_if(orders_365 > 0) from gold.customer_master"))
        .isEqualTo(active + "," + active);
    assertThat(active).isEqualTo(4_264);
  }
}
