package io.tributary.bronze.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.ZoneOffset;
import org.apache.spark.types.variant.Variant;
import org.apache.spark.types.variant.VariantBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON of a value is Spark's own, byte for byte: keys are made of it. */
class CellTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "[null, true, -1, 9223372036854775807, 1.50, 1e3, 1.25e-7, \"\"]",
        "{\"b\": 1, \"a\": {\"c\": [1, [2, {\"d\": null}]]}}",
        "{\"a \\\"quoted\\\" name\": \"tab\\t line\\n \\u0001 \\u001f \\u007f \\u2028 / \\\\ é 日本 😀\"}",
        "[12345678901234567890, 123456789012345678901234567890.123456789]",
        "[{\"key\": \"ga_session_id\", \"value\": {\"int_value\": \"1688471185\"}}]"
      })
  void jsonOfAnObjectOrAList(String json) throws IOException {
    Variant value = VariantBuilder.parseJson(json, /* allowDuplicateKeys= */ false);

    assertEquals(value.toJson(ZoneOffset.UTC), CellText.of(value, value.getType()));
  }
}
