package io.tributary.bronze.source;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.time.ZoneOffset;
import org.apache.spark.types.variant.Variant;
import org.apache.spark.types.variant.Variant.ObjectField;
import org.apache.spark.types.variant.VariantUtil;

/**
 * The text of a value: what it says if it is a single value, its JSON if it holds others. The JSON
 * is that of Spark's own writer, which makes a factory of generators for each text and each name.
 */
final class CellText {
  private CellText() {}

  static String of(Variant value, VariantUtil.Type type) {
    return switch (type) {
      case STRING -> value.getString();
      case LONG -> Long.toString(value.getLong());
      case BOOLEAN -> Boolean.toString(value.getBoolean());
      case DECIMAL -> value.getDecimal().toPlainString();
      case OBJECT, ARRAY -> {
        StringBuilder json = new StringBuilder();
        write(value, json);
        yield json.toString();
      }
      default -> value.toJson(ZoneOffset.UTC);
    };
  }

  private static void write(Variant value, StringBuilder json) {
    VariantUtil.Type type = value.getType();
    switch (type) {
      case OBJECT -> writeObject(value, json);
      case ARRAY -> writeArray(value, json);
      case STRING -> quote(value.getString(), json);
      case NULL -> json.append("null");
      default -> json.append(of(value, type));
    }
  }

  private static void writeObject(Variant object, StringBuilder json) {
    json.append('{');
    int size = object.objectSize();
    for (int place = 0; place < size; place++) {
      ObjectField field = object.getFieldAtIndex(place);
      comma(place, json);
      quote(field.key, json);
      json.append(':');
      write(field.value, json);
    }
    json.append('}');
  }

  private static void writeArray(Variant list, StringBuilder json) {
    json.append('[');
    int size = list.arraySize();
    for (int place = 0; place < size; place++) {
      comma(place, json);
      write(list.getElementAtIndex(place), json);
    }
    json.append(']');
  }

  private static void comma(int place, StringBuilder json) {
    if (place > 0) {
      json.append(',');
    }
  }

  private static void quote(String text, StringBuilder json) {
    json.append('"');
    JsonStringEncoder.getInstance().quoteAsString(text, json);
    json.append('"');
  }
}
