package io.tributary.jobs.night;

import static org.apache.spark.sql.functions.base64;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.to_json;

import io.tributary.jobs.console.Grid;
import io.tributary.jobs.console.Grid.Kind;
import io.tributary.lake.Catalog;
import io.tributary.lake.SparkWords;
import io.tributary.lake.Table;
import io.tributary.lake.TributaryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.VariantType;

/** A question in SQL over the tables as they were last published. */
public final class Query {
  private static final Pattern INQUIRY =
      Pattern.compile("(?i)\\s*(show|describe|desc|explain)\\b.*", Pattern.DOTALL);

  private final Dataset<Row> answer;

  private Query(Dataset<Row> answer) {
    this.answer = answer;
  }

  /** Understands the question; what is wrong with it is said in words. */
  public static Query of(String text, Workspace workspace) {
    SparkSession session = workspace.house().session();
    try {
      refuseWriting(text, session);
      new Catalog(workspace.house(), session).name(mentioned(text, workspace.tables()));
      return new Query(session.sql(text));
    } catch (Exception fault) {
      // Spark throws checked exceptions that no signature names.
      throw worded(fault);
    }
  }

  /** All rows, read as they are asked for. */
  public Grid rows() {
    return grid(() -> read(cells()));
  }

  public Grid first(int limit) {
    return grid(() -> read(cells().limit(limit)));
  }

  private static Cells read(Dataset<Row> cells) {
    try {
      return new Cells(cells.toLocalIterator(), Query::worded);
    } catch (Exception fault) {
      throw worded(fault);
    }
  }

  private Grid grid(Iterable<List<String>> rows) {
    List<Grid.Column> columns = new ArrayList<>();
    for (StructField field : answer.schema().fields()) {
      columns.add(new Grid.Column(field.name(), kind(field.dataType())));
    }
    return new Grid(columns, rows);
  }

  /** Naming a table takes time, so only tables that may be meant are named. */
  private static List<Table> mentioned(String text, List<Table> tables) {
    if (INQUIRY.matcher(text).matches()) {
      return tables;
    }
    String words = text.toLowerCase(Locale.ROOT);
    return tables.stream().filter(table -> words.contains(table.name())).toList();
  }

  private static void refuseWriting(String text, SparkSession session) throws ParseException {
    LogicalPlan plan =
        ((org.apache.spark.sql.classic.SparkSession) session)
            .sessionState()
            .sqlParser()
            .parsePlan(text);
    boolean writes =
        plan.exists(node -> node instanceof Command || node instanceof ParsedStatement);
    if (writes && !INQUIRY.matcher(text).matches()) {
      throw TributaryException.usage(
          "sql only reads, and this is a statement that changes something. Tables are written by"
              + " runs alone, so that each figure can be traced.");
    }
  }

  /** Every value as text, by position, since columns of an answer may share a name. */
  private Dataset<Row> cells() {
    StructField[] fields = answer.schema().fields();
    String[] positions =
        IntStream.range(0, fields.length).mapToObj(i -> "c" + i).toArray(String[]::new);
    Column[] cells =
        IntStream.range(0, fields.length)
            .mapToObj(i -> cell(col(positions[i]), fields[i].dataType()))
            .toArray(Column[]::new);
    return answer.toDF(positions).select(cells);
  }

  private static Column cell(Column column, DataType type) {
    if (kind(type) == Kind.JSON) {
      return to_json(column);
    }
    return type instanceof BinaryType ? base64(column) : column.cast("string");
  }

  private static Kind kind(DataType type) {
    if (type instanceof NumericType) {
      return Kind.NUMBER;
    }
    if (type instanceof BooleanType) {
      return Kind.FLAG;
    }
    boolean isNested =
        type instanceof StructType
            || type instanceof ArrayType
            || type instanceof MapType
            || type instanceof VariantType;
    return isNested ? Kind.JSON : Kind.TEXT;
  }

  /** Faults that Spark has no name for are ours and stay. */
  private static RuntimeException worded(Exception fault) {
    Optional<String> words = SparkWords.in(fault);
    if (words.isEmpty()) {
      return fault instanceof RuntimeException known ? known : new IllegalStateException(fault);
    }
    return TributaryException.usage(
        "The query cannot be answered: %s Columns are told by 'tributary tables TABLE', the tables"
                .formatted(words.get())
            + " that stand by 'tributary status'.",
        fault);
  }
}
