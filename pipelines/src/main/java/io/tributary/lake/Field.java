package io.tributary.lake;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;

/**
 * A column that carries its name, type, nullability and meaning wherever it is used.
 *
 * @param isCertified whether finance answers for the meaning, and every report has to share it
 */
public record Field(
    String name, DataType type, boolean nullable, String meaning, boolean isCertified)
    implements Serializable {

  public static final DataType TEXT = DataTypes.StringType;
  public static final DataType TEXTS = DataTypes.createArrayType(DataTypes.StringType, false);
  public static final DataType INTEGER = DataTypes.IntegerType;
  public static final DataType LONG = DataTypes.LongType;
  public static final DataType DOUBLE = DataTypes.DoubleType;
  public static final DataType FLAG = DataTypes.BooleanType;
  public static final DataType DATE = DataTypes.DateType;
  public static final DataType INSTANT = DataTypes.TimestampType;
  public static final DataType VARIANT = DataTypes.VariantType;

  /** The first day that a time in a table can mean. */
  public static final String FIRST_DAY = "1900-01-01";

  /** The first day that no time in a table can mean any more. */
  public static final String END_DAY = "2200-01-01";

  /** An amount, rounded to the cent. */
  public static final DataType MONEY = DataTypes.createDecimalType(18, 2);

  /** A unit price, a rate or an unrounded amount. */
  public static final DataType RATE = DataTypes.createDecimalType(18, 6);

  public static Field required(String name, DataType type, String meaning) {
    return new Field(name, type, false, meaning, false);
  }

  public static Field optional(String name, DataType type, String meaning) {
    return new Field(name, type, true, meaning, false);
  }

  /** The same column with a meaning that finance answers for. */
  public Field certified() {
    return new Field(name, type, nullable, meaning, true);
  }

  public Column col() {
    return functions.col(name);
  }

  static Column[] columns(Field... fields) {
    return Arrays.stream(fields).map(Field::col).toArray(Column[]::new);
  }

  /** The column of one side of a join. */
  public Column of(Dataset<Row> side) {
    return side.col(name);
  }

  /** An expression cast to this column's type and given its name. */
  public Column from(Column expression) {
    return expression.cast(type).as(name);
  }

  /** The same column where a table cannot promise a value. */
  public Field orNull() {
    return new Field(name, type, true, meaning, isCertified);
  }

  /** The same column in a table where it means something else. */
  public Field meant(String otherwise) {
    return new Field(name, type, nullable, otherwise, isCertified);
  }

  /** The meaning, and whether it is certified, in a sentence for readers. */
  public String definition() {
    return isCertified ? "Certified: " + meaning : meaning;
  }

  StructField structField() {
    Metadata comment = new MetadataBuilder().putString("comment", definition()).build();
    return new StructField(name, type, nullable, comment);
  }
}
