package io.tributary.jobs.night;

import io.tributary.jobs.console.Console;
import io.tributary.jobs.console.Console.Style;
import io.tributary.jobs.console.Figures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** Headlines as lines, a figure each. */
record HeadlineLines(Headlines headlines, Console console) {

  void print(LocalDate asOf, String currency) {
    Headlines.Customers customers = headlines.customers();
    Headlines.Sold sold = headlines.sold();
    console.say("");
    console.say(
        console.styled(
            Style.STRONG,
            "Headlines as of %s, in %s; '30 days' end on that day".formatted(asOf, currency)));
    line("Customers", Figures.whole(customers.known()));
    line("Active customers, 365 days", Figures.whole(customers.active()));
    line("New customers, 30 days", Figures.whole(sold.recentNewCustomers()));
    line("Orders, ever", Figures.whole(sold.orders()));
    line("Net revenue, 30 days", sold.recentRevenue());
    line("Average order value, 30 days", sold.averageOrderValue());
    line("Certified CLV, all customers", customers.lifetimeValue());
    line("Certified CLV, median", customers.medianLifetimeValue());
    line("Blended ROAS, 30 days", sold.blendedRoas());
    line("Cost per new customer, 30 days", sold.acquisitionCost());
    segments();
  }

  private void segments() {
    long buyers = headlines.segments().values().stream().mapToLong(Long::longValue).sum();
    String sizes =
        headlines.segments().entrySet().stream()
            .map(size -> size.getKey() + " " + percent(size.getValue(), buyers))
            .collect(Collectors.joining(" · "));
    console.say("  Segments of %s: %s".formatted(Figures.count(buyers, "buyer"), sizes));
  }

  private static String percent(long part, long whole) {
    return Math.round(100.0 * part / whole) + " %";
  }

  private void line(String label, BigDecimal amount) {
    line(label, Figures.exact(amount));
  }

  private void line(String label, String figure) {
    console.say("  %-32s %18s".formatted(label, figure));
  }
}
