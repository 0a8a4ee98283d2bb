package io.tributary.jobs.night;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.tributary.lake.Check;
import io.tributary.lake.Check.Level;
import io.tributary.lake.Field;
import io.tributary.lake.Reference;
import io.tributary.lake.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A table as it stands measured against all it was declared to be. */
public record Audit(Table table, long rows, List<Finding> findings) {

  /** How many rows break a rule; one for a broken rule about the whole table. */
  public record Finding(Check check, long violations) {
    public boolean isBroken() {
      return violations > 0;
    }
  }

  /** How the tables stand. */
  public interface Reader {
    Dataset<Row> read(Table table);
  }

  /** Looks at every row once for the rules, and once more for the key and for each reference. */
  public static Audit of(Table table, Reader reader) {
    Dataset<Row> rows = reader.read(table);
    List<Check> checks = checks(table);
    Column[] measures = checks.stream().map(Audit::violations).toArray(Column[]::new);
    Row measured = rows.agg(count(lit(1)), measures).first();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < checks.size(); i++) {
      findings.add(new Finding(checks.get(i), measured.getLong(i + 1)));
    }
    if (!table.key().isEmpty()) {
      findings.add(key(table, rows));
    }
    for (Reference reference : table.references()) {
      long unmet = reference.finding(rows, reader.read(reference.to())).violations();
      findings.add(new Finding(reference.check(), unmet));
    }
    return new Audit(table, measured.getLong(0), List.copyOf(findings));
  }

  /** Whether a rule is broken that no published table may break. */
  public boolean isFailed() {
    return findings.stream()
        .anyMatch(finding -> finding.isBroken() && finding.check().level() == Level.FAIL);
  }

  private static List<Check> checks(Table table) {
    List<Check> checks = new ArrayList<>(table.checks());
    table.fields().stream()
        .filter(field -> !field.nullable())
        .map(field -> Check.fail(field.name() + " is filled", field.name() + " IS NOT NULL"))
        .forEach(checks::add);
    return checks;
  }

  private static Column violations(Check check) {
    Column isBroken = not(coalesce(expr(check.condition()), lit(true)));
    return check.scope() == Check.Scope.TABLE
        ? when(isBroken, lit(1L)).otherwise(lit(0L))
        : count_if(isBroken);
  }

  private static Finding key(Table table, Dataset<Row> rows) {
    Column[] key = table.key().stream().map(Field::col).toArray(Column[]::new);
    String names = table.key().stream().map(Field::name).collect(Collectors.joining(", "));
    long repeated = rows.groupBy(key).count().where("count > 1").count();
    return new Finding(Check.fail("key is unique", names), repeated);
  }
}
