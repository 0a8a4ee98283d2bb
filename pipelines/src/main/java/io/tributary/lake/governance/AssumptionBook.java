package io.tributary.lake.governance;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.when;

import io.tributary.lake.Field;
import io.tributary.lake.TributaryException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Every assumption ever recorded, and which of them holds for a brand on a day: the one with the
 * latest effective date, the brand's own before the enterprise default.
 */
public record AssumptionBook(List<Assumption> assumptions) {

  /** The most binding first. */
  private static final Comparator<Assumption> PRECEDENCE =
      Comparator.comparing((Assumption one) -> one.brand() == null)
          .thenComparing(
              Comparator.comparing(Assumption::effectiveFrom)
                  .thenComparing(Assumption::recordedAt)
                  .thenComparing(Assumption::value)
                  .reversed());

  public AssumptionBook {
    assumptions = assumptions.stream().sorted(PRECEDENCE).toList();
  }

  /** The book of the table's rows, which it collects. */
  public static AssumptionBook of(Dataset<Row> rows) {
    return new AssumptionBook(Assumptions.read(rows));
  }

  public BigDecimal value(AssumptionName name, String brand, LocalDate day) {
    return inForce(name, brand, day)
        .map(Assumption::value)
        .orElseThrow(() -> TributaryException.gate(missing(name, day.toString())));
  }

  /** The assumptions of a list that this book has no word of: what a first start must record. */
  public List<Assumption> unrecorded(List<Assumption> seeds) {
    return seeds.stream()
        .filter(seed -> assumptions.stream().noneMatch(known -> known.name() == seed.name()))
        .toList();
  }

  /**
   * The value that holds for each row's brand and day, as one {@code case}. A row from before the
   * first effective date stops the query in words, which closes the gate of the step that asks.
   */
  public Column column(AssumptionName name, Column brand, Column day) {
    List<Assumption> recorded = assumptions.stream().filter(one -> one.name() == name).toList();
    if (recorded.isEmpty()) {
      throw TributaryException.gate(missing(name, "any day"));
    }
    Column holds = raise_error(missing(name, day)).cast(Field.RATE);
    for (int weakest = recorded.size() - 1; weakest >= 0; weakest--) {
      Assumption one = recorded.get(weakest);
      holds = when(applies(one, brand, day), lit(one.value()).cast(Field.RATE)).otherwise(holds);
    }
    return holds;
  }

  private static Column applies(Assumption one, Column brand, Column day) {
    Column inForce = day.geq(lit(one.effectiveFrom().toString()).cast(Field.DATE));
    return one.brand() == null ? inForce : brand.equalTo(one.brand()).and(inForce);
  }

  private Optional<Assumption> inForce(AssumptionName name, String brand, LocalDate day) {
    return assumptions.stream()
        .filter(one -> one.name() == name && one.isInForce(day))
        .filter(one -> one.brand() == null || one.brand().equals(brand))
        .findFirst();
  }

  private static Column missing(AssumptionName name, Column day) {
    String[] around = missing(name, "\0").split("\0", 2);
    return concat(lit(around[0]), coalesce(day.cast(Field.TEXT), lit("no day")), lit(around[1]));
  }

  private static String missing(AssumptionName name, String day) {
    return """
        No value of %s holds on %s: governance.assumptions has none that takes effect by then. \
        Record one with an earlier date: tributary assumptions set.\
        """
        .formatted(name.text(), day);
  }
}
