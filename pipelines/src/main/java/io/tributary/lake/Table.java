package io.tributary.lake;

import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** A table declared once: where it stands, what a row is, its columns, its key and its checks. */
public final class Table {
  private final Layer layer;
  private final String name;
  private final String grain;
  private final List<Field> fields;
  private final Traits traits;

  private Table(Layer layer, String name, String grain, List<Field> fields, Traits traits) {
    this.layer = layer;
    this.name = name;
    this.grain = grain;
    this.fields = fields;
    this.traits = traits;
  }

  private record Traits(
      List<Field> key,
      List<Field> sought,
      List<Check> checks,
      List<Reference> references,
      boolean restricted) {
    static final Traits NONE = new Traits(List.of(), List.of(), List.of(), List.of(), false);
  }

  public static Table of(Layer layer, String name, String grain, Field... fields) {
    return new Table(layer, name, grain, List.of(fields), Traits.NONE);
  }

  public static Table bronze(String name, String grain, Field... fields) {
    return of(Layer.BRONZE, name, grain, fields).restricted();
  }

  public static Table silver(String name, String grain, Field... fields) {
    return of(Layer.SILVER, name, grain, fields);
  }

  public static Table gold(String name, String grain, Field... fields) {
    return of(Layer.GOLD, name, grain, fields);
  }

  public static Table governance(String name, String grain, Field... fields) {
    return of(Layer.GOVERNANCE, name, grain, fields);
  }

  public static Table ops(String name, String grain, Field... fields) {
    return of(Layer.OPS, name, grain, fields);
  }

  /** The columns that tell one row from another; a repeated key stops the table. */
  public Table key(Field... columns) {
    return with(
        new Traits(List.of(columns), traits.sought, checks(), references(), isRestricted()));
  }

  /**
   * Columns by which a night looks for the rows of other nights: files without what is looked for
   * are not opened. The key and all days are such columns too.
   */
  public Table soughtBy(Field... columns) {
    return with(new Traits(key(), List.of(columns), checks(), references(), isRestricted()));
  }

  public Table check(Check... more) {
    List<Check> all = new ArrayList<>(checks());
    all.addAll(Arrays.asList(more));
    return with(new Traits(key(), traits.sought, List.copyOf(all), references(), isRestricted()));
  }

  /** What the table's rows name in other tables must be there, or is told. */
  public Table refers(Reference... toOthers) {
    return with(new Traits(key(), traits.sought, checks(), List.of(toOthers), isRestricted()));
  }

  /** Kept under the restricted root, which holds personal data and has its own credentials. */
  public Table restricted() {
    return with(new Traits(key(), traits.sought, checks(), references(), true));
  }

  private Table with(Traits others) {
    return new Table(layer, name, grain, fields, others);
  }

  public Layer layer() {
    return layer;
  }

  public String name() {
    return name;
  }

  /** The name under which SQL sees the table, {@code layer.table}. */
  public String qualifiedName() {
    return layer.schema() + "." + name;
  }

  public String grain() {
    return grain;
  }

  public List<Field> fields() {
    return fields;
  }

  public List<Field> key() {
    return traits.key;
  }

  /** Whether files are told apart by what they hold of a column. */
  boolean isSoughtBy(Field field) {
    return field.type().equals(Field.DATE)
        || traits.sought.contains(field)
        || (key().contains(field) && !field.type().equals(Field.TEXTS));
  }

  /** The columns of the key. */
  public Column[] keyColumns() {
    return Field.columns(key().toArray(Field[]::new));
  }

  public List<Check> checks() {
    return traits.checks;
  }

  public List<Reference> references() {
    return traits.references;
  }

  /** The checks, and that what is referred to is there. */
  public List<Check> rules() {
    return Stream.concat(checks().stream(), references().stream().map(Reference::check)).toList();
  }

  public boolean isRestricted() {
    return traits.restricted;
  }

  public Column[] columns() {
    return fields.stream().map(Field::col).toArray(Column[]::new);
  }

  /** The rows with exactly this table's columns, in order; fails at once if one is missing. */
  public Dataset<Row> select(Dataset<Row> rows) {
    return rows.select(
        fields.stream().map(field -> field.from(field.col())).toArray(Column[]::new));
  }

  /** Rows kept under an earlier declaration in the columns of this one; new columns are null. */
  Dataset<Row> align(Dataset<Row> rows) {
    List<String> kept = List.of(rows.columns());
    if (kept.equals(fields.stream().map(Field::name).toList())) {
      return rows;
    }
    return rows.select(
        fields.stream()
            .map(field -> field.from(kept.contains(field.name()) ? field.col() : lit(null)))
            .toArray(Column[]::new));
  }

  public StructType schema() {
    return new StructType(fields.stream().map(Field::structField).toArray(StructField[]::new));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Table table && table.qualifiedName().equals(qualifiedName());
  }

  @Override
  public int hashCode() {
    return qualifiedName().hashCode();
  }

  @Override
  public String toString() {
    return qualifiedName();
  }
}
