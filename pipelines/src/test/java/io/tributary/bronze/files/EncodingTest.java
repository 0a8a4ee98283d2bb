package io.tributary.bronze.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EncodingTest {
  private static final FileFormat CSV = FileFormat.of("csv");

  static Stream<Arguments> declared() {
    return Stream.of(
        arguments(UTF_8, "Zoë 😀 漢"),
        arguments(ISO_8859_1, "Zoë"),
        arguments(Charset.forName("windows-1252"), "Zoë €"),
        arguments(Charset.forName("Shift_JIS"), "漢字"),
        arguments(UTF_16, "Zoë 😀 漢"),
        arguments(UTF_16LE, "\uFEFFZoë 😀"),
        arguments(UTF_16BE, "\uFEFFZoë 😀"));
  }

  @ParameterizedTest
  @MethodSource("declared")
  void aDeclaredCharsetIsRead(Charset charset, String text) {
    String file = text.startsWith("\uFEFF") ? "\uFEFFn\n" + text.substring(1) : "n\n" + text;
    var format = CSV.encodedIn(charset);

    assertThat(Landed.raw(format, file.getBytes(charset)))
        .extracting(RawRecord::raw)
        .containsExactly(text.replace("\uFEFF", ""));
    assertThat(Landed.defect(format, file.getBytes(charset))).isNull();
  }

  @ParameterizedTest
  @MethodSource("declared")
  void charactersAcrossTheBuffersStayWhole(Charset charset, String text) {
    String row = text.replace("\uFEFF", "") + "x";
    String file = "n\n" + (row + "\n").repeat(50_000);

    var records = Landed.raw(CSV.encodedIn(charset), file.getBytes(charset));

    assertThat(records).hasSize(50_000);
    assertThat(records.stream().map(RawRecord::raw).distinct()).containsExactly(row);
  }

  @Test
  void bytesThatAreNotUtf8AreADefectOfTheFile() {
    assertThat(Landed.defect(CSV, "n\nZoë\n".getBytes(ISO_8859_1)))
        .isEqualTo("f: not UTF-8 at byte 4; set encoding to the charset the source writes");
  }

  @Test
  void theBadByteIsFoundBehindManyGoodOnes() {
    byte[] good = "n\n".concat("abcdefg\n".repeat(100_000)).getBytes(UTF_8);

    assertThat(Landed.defect(CSV, Landed.join(good, new byte[] {(byte) 0xff})))
        .startsWith("f: not UTF-8 at byte 800,002;");
  }

  @Test
  void aCharacterCutAtTheEndIsADefectOfTheFile() {
    byte[] cut = Landed.join("n\nZo".getBytes(UTF_8), new byte[] {(byte) 0xc3});

    assertThat(Landed.defect(CSV, cut)).startsWith("f: not UTF-8 at byte 4;");
  }

  @Test
  void overlongAndSurrogateFormsAreNotUtf8() {
    byte[] overlong = {'n', '\n', (byte) 0xc0, (byte) 0x80};
    byte[] surrogate = {'n', '\n', (byte) 0xed, (byte) 0xa0, (byte) 0x80};

    assertThat(Landed.defect(CSV, overlong)).startsWith("f: not UTF-8 at byte 2;");
    assertThat(Landed.defect(CSV, surrogate)).startsWith("f: not UTF-8 at byte 2;");
  }

  @Test
  void undeclaredUtf16IsNamedByItsMark() {
    String defect =
        "f: starts with the byte order mark of UTF-16, declared is UTF-8; set encoding: UTF-16";

    assertThat(Landed.defect(CSV, "\uFEFFn\n1".getBytes(UTF_16LE))).isEqualTo(defect);
    assertThat(Landed.defect(CSV, "\uFEFFn\n1".getBytes(UTF_16BE))).isEqualTo(defect);
  }

  @Test
  void undeclaredUtf16WithoutAMarkYieldsNoGoodRecord() {
    byte[] file = "a,b\n1,2\n".getBytes(UTF_16LE);

    assertThat(Landed.defect(CSV, file))
        .isEqualTo("f: the header cannot be read: a NUL byte at character 1");
  }

  @Test
  void aDeclaredCharsetIsStrictToo() {
    assertThat(Landed.defect(CSV.encodedIn(US_ASCII), "n\nZoë\n"))
        .startsWith("f: not US-ASCII at byte 4;");
  }

  @Test
  void aCompressedFileHasAnEncodingToo() {
    assertThat(
            Landed.records(CSV.encodedIn(ISO_8859_1), Landed.gzip("n\nZoë\n".getBytes(ISO_8859_1))))
        .containsExactly("{\"n\":\"Zoë\"}");
  }

  @Test
  void aPrologThatNamesAnotherCharsetDoesNotOverruleTheDeclaredOne() {
    String document =
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><list><member>é</member></list>";

    assertThat(Landed.records(FileFormat.xml("list/member"), document)).containsExactly("\"é\"");
  }
}
