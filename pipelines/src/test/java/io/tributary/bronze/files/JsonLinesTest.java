package io.tributary.bronze.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.types.variant.Variant;
import org.apache.spark.types.variant.VariantUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesTest {
  private static final FileFormat JSONL = FileFormat.jsonLines();

  private static Variant value(String json) {
    return Landed.raw(JSONL, "{\"v\":" + json + "}").get(0).record().getFieldByKey("v");
  }

  static Stream<Arguments> badLines() {
    return Stream.of(
        arguments("{\"a\":1,\"a\":2}", "a key occurs twice in the object that ends at byte 13"),
        arguments("{\"x\":{\"a\":1,\"a\":2}}", "a key occurs twice in the object that ends"),
        arguments("{\"a\":NaN}", "not JSON at byte"),
        arguments("{\"a\":-Infinity}", "not JSON at byte"),
        arguments("{\"a\":1} {\"a\":2}", "more text follows the object"),
        arguments("{\"a\":1},", "not JSON at byte"),
        arguments("{\"a\":1", "the JSON ends early at byte 6 of the record"),
        arguments("{\"a\":\"x", "the JSON ends early at byte"),
        arguments("[1,2]", "not a JSON object"),
        arguments("7", "not a JSON object"),
        arguments("null", "not a JSON object"),
        arguments("ann@example.com", "not JSON at byte"),
        arguments("{'a':1}", "not JSON at byte"),
        arguments("{\"a\":01}", "not JSON at byte"),
        arguments("{\"a\":\"x\ty\"}", "not JSON at byte"),
        arguments("{\"a\":\"x\0y\"}", "not JSON at byte"),
        arguments("\0{\0}", "a NUL byte at byte 0 of the record"),
        arguments("{\"a\":\"\\ud83d\"}", "half a character (a lone \\u escape)"),
        arguments("{\"a\":" + "9".repeat(1_001) + "}", "a number or a key is too long"),
        arguments("{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000), "nested deeper than 500"));
  }

  @ParameterizedTest
  @MethodSource("badLines")
  void aBadLineSaysWhyAndTheNextSurvives(String line, String defect) {
    List<RawRecord> records = Landed.raw(JSONL, "\n" + line + "\n{\"a\":1}\n");

    assertThat(records).extracting(RawRecord::position).containsExactly(0L, 1L);
    assertThat(records.get(0).defect()).startsWith("line 2: " + defect);
    assertThat(records.get(0).raw()).isEqualTo(line);
    assertThat(records.get(0).record()).isNull();
    assertThat(records.get(1).defect()).isNull();
  }

  @Test
  void blankLinesAreNoRecords() {
    assertThat(Landed.records(JSONL, "\n  \r\n{\"a\":1}\r\n\t\n{\"a\":2}"))
        .containsExactly("{\"a\":1}", "{\"a\":2}");
  }

  @Test
  void everyKindOfValueKeepsItsKind() {
    assertThat(Landed.records(JSONL, "{\"s\":\"1\",\"t\":true,\"n\":null,\"l\":[1,{}],\"o\":{}}"))
        .containsExactly("{\"l\":[1,{}],\"n\":null,\"o\":{},\"s\":\"1\",\"t\":true}");
  }

  static Stream<Arguments> exactNumbers() {
    return Stream.of(
        arguments("19.90", "19.90"),
        arguments("-0.1", "-0.1"),
        arguments("1.5e3", "1500"),
        arguments("1E-2", "0.01"),
        arguments("100000000000000000.07", "100000000000000000.07"),
        arguments("12345678901234567890", "12345678901234567890"),
        arguments("1e37", "1" + "0".repeat(37)),
        arguments("0." + "1".repeat(38), "0." + "1".repeat(38)));
  }

  @ParameterizedTest
  @MethodSource("exactNumbers")
  void aNumberOfUpTo38DigitsIsAnExactDecimal(String written, String meant) {
    Variant number = value(written);

    assertThat(number.getType()).isEqualTo(VariantUtil.Type.DECIMAL);
    assertThat(number.getDecimalWithOriginalScale()).isEqualTo(new BigDecimal(meant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1e400", "-1e-39", "123456789012345678901234567890123456789", "1e999999999"})
  void aNumberBeyond38DigitsKeepsItsText(String written) {
    Variant number = value(written);

    assertThat(number.getType()).isEqualTo(VariantUtil.Type.STRING);
    assertThat(number.getString()).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 127, 32_768, 5_000_000_000L, 999_999_999_999_999_999L})
  void anIntegerIsALong(long written) {
    assertThat(value(Long.toString(written)).getLong()).isEqualTo(written);
  }

  @Test
  void escapesOfWholeCharactersAreRead() {
    assertThat(value("\"\\ud83d\\ude00 \\u00e9\"").getString()).isEqualTo("😀 é");
  }

  @Test
  void aLineBeyondTheLimitIsCutAndTheNextSurvives() {
    var format = JSONL.within(new Limits(100_000, null, null, null));
    String line = "{\"a\":\"" + "é".repeat(100_000) + "\"}";

    var records = Landed.raw(format, line + "\n{\"a\":1}\n");

    assertThat(records).hasSize(2);
    assertThat(records.get(0).defect())
        .isEqualTo("line 1: 200,008 bytes long; the limit is 100,000");
    assertThat(records.get(0).raw())
        .isEqualTo(line.substring(0, 32_771) + " [cut after 65,536 bytes]");
    assertThat(records.get(1).defect()).isNull();
  }

  @Test
  void aLineOfTenMegabytesIsARecord() {
    String text = "x".repeat(10 << 20);

    var records = Landed.raw(JSONL, "{\"a\":1}\n{\"a\":\"" + text + "\"}\n{\"a\":2}\n");

    assertThat(records).extracting(RawRecord::defect).containsOnlyNulls();
    assertThat(records.get(1).record().getFieldByKey("a").getString()).isEqualTo(text);
  }

  @Test
  void messagesNeverHoldContent() {
    String secret = "ann.smith@example.com";

    assertThat(
            Landed.raw(
                JSONL,
                """
                {"ann.smith@example.com":1,"ann.smith@example.com":2}
                ann.smith@example.com
                {"a":ann.smith@example.com}
                {"a":"ann.smith@example.com
                """))
        .extracting(RawRecord::defect)
        .hasSize(4)
        .allSatisfy(defect -> assertThat(defect).isNotBlank().doesNotContain(secret, "ann"));
  }
}
