package io.tributary.bronze.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import org.apache.spark.types.variant.Variant;
import org.apache.spark.types.variant.VariantBuilder;
import org.apache.spark.types.variant.VariantBuilder.FieldEntry;

/**
 * Builds a variant from JSON without loss. Unlike {@link VariantBuilder#parseJson} it never makes a
 * double: a number is an exact integer or decimal, or its text where 38 digits do not hold it.
 */
final class JsonVariant {
  private static final int MOST_DIGITS = 38;
  private static final int LONG_DIGITS = 18;

  private final JsonParser parser;
  private final VariantBuilder builder = new VariantBuilder(/* allowDuplicateKeys= */ false);

  private JsonVariant(JsonParser parser) {
    this.parser = parser;
  }

  /** The value that the parser stands at. */
  static Variant of(JsonParser parser) throws IOException {
    JsonVariant variant = new JsonVariant(parser);
    variant.value(parser.currentToken());
    return variant.builder.result();
  }

  private void value(JsonToken token) throws IOException {
    switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> builder.appendString(whole(parser.getText()));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(token);
      case VALUE_TRUE -> builder.appendBoolean(/* b= */ true);
      case VALUE_FALSE -> builder.appendBoolean(/* b= */ false);
      case VALUE_NULL -> builder.appendNull();
      default -> throw new IllegalStateException("JSON has no value that starts with " + token);
    }
  }

  private void object() throws IOException {
    int start = builder.getWritePos();
    ArrayList<FieldEntry> fields = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = whole(parser.currentName());
      fields.add(new FieldEntry(name, builder.addKey(name), builder.getWritePos() - start));
      value(parser.nextToken());
    }
    builder.finishWritingObject(start, fields);
  }

  private void array() throws IOException {
    int start = builder.getWritePos();
    ArrayList<Integer> offsets = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      offsets.add(builder.getWritePos() - start);
      value(token);
    }
    builder.finishWritingArray(start, offsets);
  }

  private void number(JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_NUMBER_INT && parser.getTextLength() <= LONG_DIGITS) {
      builder.appendLong(parser.getLongValue());
      return;
    }
    BigDecimal exact = parser.getDecimalValue();
    long digits = Math.max(exact.precision(), (long) exact.precision() - exact.scale());
    if (digits <= MOST_DIGITS && exact.scale() <= MOST_DIGITS) {
      builder.appendDecimal(exact.scale() < 0 ? exact.setScale(0) : exact);
    } else {
      builder.appendString(parser.getText());
    }
  }

  /** Half a surrogate pair, which only an escape can bring, has no form in UTF-8. */
  private String whole(String text) throws Unreadable {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (i + 1 == text.length()
            || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
          throw new Unreadable(
              Wording.of(
                  "half a character (a lone \\u escape) before byte %,d of the record",
                  parser.currentLocation().getByteOffset()));
        }
        i++;
      }
    }
    return text;
  }
}
