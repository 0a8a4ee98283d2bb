package io.tributary.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.BinaryComparison;
import org.apache.spark.sql.catalyst.expressions.EqualNullSafe;
import org.apache.spark.sql.catalyst.expressions.EqualTo;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GreaterThan;
import org.apache.spark.sql.catalyst.expressions.GreaterThanOrEqual;
import org.apache.spark.sql.catalyst.expressions.In;
import org.apache.spark.sql.catalyst.expressions.InSet;
import org.apache.spark.sql.catalyst.expressions.LessThan;
import org.apache.spark.sql.catalyst.expressions.LessThanOrEqual;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.Or;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.unsafe.types.UTF8String;
import scala.jdk.javaapi.CollectionConverters;

/**
 * From where to where the columns of a file go, as Delta's log tells: a file that holds nothing of
 * what is asked for need not be opened. Texts, whole numbers and days are known.
 */
final class FileBounds {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode least;
  private final JsonNode greatest;

  private FileBounds(JsonNode statistics) {
    least = statistics.path("minValues");
    greatest = statistics.path("maxValues");
  }

  static FileBounds of(AddFile file) {
    return of(file.stats());
  }

  /** The bounds of a file of such statistics, as Delta writes them; null tells nothing. */
  static FileBounds of(String statistics) {
    try {
      return new FileBounds(statistics == null ? JSON.missingNode() : JSON.readTree(statistics));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Delta's statistics of a file are no JSON", e);
    }
  }

  /** Whether a row of the file may meet a filter; true where that cannot be told. */
  boolean mayMeet(Expression filter) {
    if (filter instanceof And both) {
      return mayMeet(both.left()) && mayMeet(both.right());
    }
    if (filter instanceof Or either) {
      return mayMeet(either.left()) || mayMeet(either.right());
    }
    if (filter instanceof In in && in.value() instanceof AttributeReference column) {
      return CollectionConverters.asJava(in.list()).stream().anyMatch(one -> mayBe(column, one));
    }
    if (filter instanceof InSet in && in.child() instanceof AttributeReference column) {
      return CollectionConverters.asJava(in.hset()).stream()
          .anyMatch(one -> mayBe(column, Literal.create(one, column.dataType())));
    }
    return !(filter instanceof BinaryComparison comparison)
        || !(comparison.left() instanceof AttributeReference column)
        || !(comparison.right() instanceof Literal literal)
        || mayMeet(comparison, column.name(), value(literal));
  }

  private boolean mayBe(AttributeReference column, Expression value) {
    return !(value instanceof Literal literal) || mayBe(column.name(), value(literal));
  }

  private boolean mayBe(String column, Object value) {
    return mayHold(column, value, value);
  }

  private boolean mayMeet(BinaryComparison comparison, String column, Object value) {
    if (comparison instanceof EqualTo || (comparison instanceof EqualNullSafe && value != null)) {
      return mayBe(column, value);
    }
    if (comparison instanceof GreaterThan) {
      return may(greatest.path(column), value, order -> order > 0);
    }
    if (comparison instanceof GreaterThanOrEqual) {
      return may(greatest.path(column), value, order -> order >= 0);
    }
    if (comparison instanceof LessThan) {
      return may(least.path(column), value, order -> order < 0);
    }
    return !(comparison instanceof LessThanOrEqual)
        || may(least.path(column), value, order -> order <= 0);
  }

  /** Whether the file may hold a value of the column that lies between two, or is one of them. */
  boolean mayHold(String column, Object from, Object to) {
    return may(greatest.path(column), from, order -> order >= 0)
        && may(least.path(column), to, order -> order <= 0);
  }

  private static boolean may(JsonNode bound, Object value, IntPredicate expected) {
    OptionalInt order = order(bound, value);
    return order.isEmpty() || expected.test(order.getAsInt());
  }

  /** How a bound and a value follow each other; empty where they cannot be compared. */
  private static OptionalInt order(JsonNode bound, Object value) {
    if (value instanceof UTF8String text && bound.isTextual()) {
      return OptionalInt.of(UTF8String.fromString(bound.textValue()).compareTo(text));
    }
    if (value instanceof Number number && bound.isIntegralNumber() && bound.canConvertToLong()) {
      return OptionalInt.of(Long.compare(bound.longValue(), number.longValue()));
    }
    return OptionalInt.empty();
  }

  /** The log tells days as text, which follow each other as days do. */
  private static Object value(Literal literal) {
    if (literal.value() instanceof Integer day && literal.dataType() instanceof DateType) {
      return UTF8String.fromString(LocalDate.ofEpochDay(day).toString());
    }
    return isWhole(literal.value()) || literal.value() instanceof UTF8String
        ? literal.value()
        : null;
  }

  private static boolean isWhole(Object value) {
    return value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte;
  }
}
