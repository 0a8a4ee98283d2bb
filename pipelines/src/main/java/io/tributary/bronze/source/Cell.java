package io.tributary.bronze.source;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.EvalMode$;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Option;

/** Text taken as another type, as {@code try_cast} takes it: what does not fit is null. */
final class Cell implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A lone time, a lone year and a number are days and instants to Spark, to no export. */
  private static final Pattern DATED = Pattern.compile("(?s)\\s*[0-9]{4}-.*");

  private final int place;
  private final DataType type;
  private final boolean isTime;
  private transient Cast cast;

  /** A value whose place in the row is followed by whether there was text that did not fit. */
  Cell(int place, RecordPaths.Reference reference) {
    this.place = place;
    this.type = DataType.fromDDL(reference.type());
    this.isTime = reference.isTime();
  }

  int place() {
    return place;
  }

  DataType type() {
    return type;
  }

  void read(String text, Object[] row) {
    Object value = isTime && !DATED.matcher(text).matches() ? null : external(taken(text));
    row[place] = value;
    row[place + 1] = value == null && !text.isBlank();
  }

  private Object taken(String text) {
    if (cast == null) {
      BoundReference input = new BoundReference(0, DataTypes.StringType, /* nullable= */ true);
      cast = new Cast(input, type, Option.apply("UTC"), EvalMode$.MODULE$.TRY());
    }
    return cast.eval(new GenericInternalRow(new Object[] {UTF8String.fromString(text)}));
  }

  private Object external(Object value) {
    if (value == null) {
      return null;
    } else if (type instanceof DateType) {
      return LocalDate.ofEpochDay((Integer) value);
    } else if (type instanceof TimestampType) {
      return Instant.EPOCH.plus((Long) value, ChronoUnit.MICROS);
    } else if (type instanceof TimestampNTZType) {
      return LocalDateTime.ofInstant(
          Instant.EPOCH.plus((Long) value, ChronoUnit.MICROS), ZoneOffset.UTC);
    }
    return value instanceof UTF8String ? value.toString() : value;
  }
}
