package io.tributary.bronze.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages that should not have been delivered, and what is said of each. */
class BadMessagesTest {
  private static final FileFormat MESSAGES = FileFormat.messages();
  private static final String FROM = "From a@example.com Tue Jun 16 08:00:00 2026\n";
  private static final String GOOD = FROM + "Chat-Id: 1\n\nHello\n\n";
  private static final String PLAIN = "Content-Type: text/plain; charset=%s\n";
  private static final String MIXED = "Content-Type: multipart/mixed; boundary=%s\n\n";
  private static final String BASE64 = "Content-Transfer-Encoding: base64\n\n%s";

  private static String nested(int levels) {
    StringBuilder parts = new StringBuilder();
    for (int i = 0; i < levels; i++) {
      parts.append(MIXED.formatted("b" + i)).append("--b").append(i).append('\n');
    }
    return parts + "\ntext";
  }

  static Stream<Arguments> headers() {
    return Stream.of(
        arguments("\nAll text.", "no header stands above the text", 1),
        arguments("Access denied.", "a header without a colon", 1),
        arguments("A: 1\nB\nC: 2\n\nx", "a header without a colon", 2),
        arguments("A: 1\nDear Sir or Madam\n\nx", "a header without a colon", 2),
        arguments("\tA: 1\n\nx", "a blank begins the line", 1),
        arguments("Dear Sir: hello\n\nx", "what stands before the colon is no name", 1),
        arguments(": 1\n\nx", "what stands before the colon is no name", 1),
        arguments("{\"a\":1}", "what stands before the colon is no name", 1),
        arguments("Zoë: 1\n\nx", "what stands before the colon is no name", 1),
        arguments("A: 1\rB: 2\n\nx", "a carriage return within a header", 1),
        arguments("A: 1\nB: =?klingon?Q?x?=\n\nx", "an encoded word of a charset that is not", 2),
        arguments("A: =?utf-8?Q?=FF?=\n\nx", "an encoded word of a charset that is not", 1),
        arguments("A: =?utf-8?B?W?=\n\nx", "an encoded word of a charset that is not", 1),
        arguments("A: =?utf-8?B?*&!?=\n\nx", "an encoded word of a charset that is not", 1),
        arguments("A: 1\n".repeat(100_000) + "\nx", "more than 1,000 headers", 1001));
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("A: 1\n\nx\0y", "a NUL byte at byte 51 of the message"),
        arguments(PLAIN.formatted("klingon") + "\nx", "the text's charset, as its Content-Type"),
        arguments(PLAIN.formatted("\"?*\"") + "\nx", "the text's charset, as its Content-Type"),
        arguments(PLAIN.formatted("utf-7") + "\nx", "the text's charset, as its Content-Type"),
        arguments(
            PLAIN.formatted("utf-8") + "Content-Transfer-Encoding: quoted-printable\n\nab=E9",
            "not UTF-8 at byte 2 of the text; its Content-Type must name the charset"),
        arguments(PLAIN.formatted("Shift_JIS") + BASE64.formatted("gf8="), "not Shift_JIS at byte"),
        arguments(BASE64.formatted("Wm8"), "not base64, as it says it is"),
        arguments(BASE64.formatted("Wm8*"), "not base64, as it says it is"),
        arguments(BASE64.formatted("=Wm8"), "not base64, as it says it is"),
        arguments("Content-Transfer-Encoding: x-uuencode\n\nx", "a transfer encoding that is none"),
        arguments(
            "Content-Type: multipart/mixed\n\n--b\n\nx", "a multipart that does not name its"),
        arguments(MIXED.formatted("b") + "text", "the closing boundary is missing"),
        arguments(
            MIXED.formatted("b") + "--b\n\ntext\n--b\n\nte",
            "part 2: the closing boundary is missing; the message is cut"),
        arguments(
            MIXED.formatted("b") + "--b\nContent-Type text/plain\n\nx\n--b--",
            "part 1: its parts cannot be told apart"),
        arguments(
            MIXED.formatted("b") + "--b\nA: 1\n\n\n--b\n" + PLAIN.formatted("x") + "\nx\n--b--",
            "part 2: the text's charset, as its Content-Type names it, is not known here"),
        arguments(
            MIXED.formatted("b") + "--b\n" + "A: 1\n".repeat(100_000) + "\n\n--b--",
            "part 1: more than 1,000 headers"),
        arguments(
            PLAIN.formatted("utf-8; x=" + "y".repeat(5_000)) + "\nx", "its parts cannot be told"),
        arguments(
            MIXED.formatted("b") + "--b\n\nx\n".repeat(2_000) + "--b--",
            "part 1000: more than 1,000"),
        arguments(nested(5_000), "part 100: parts nested deeper than 100 levels"));
  }

  @ParameterizedTest
  @MethodSource("headers")
  void aBadHeaderSaysWhyAndTheOthersSurvive(String message, String defect, int line) {
    List<RawRecord> records = Landed.raw(MESSAGES, GOOD + FROM + message + "\n\n" + GOOD);

    assertThat(records).extracting(RawRecord::position).containsExactly(0L, 1L, 2L);
    assertThat(records.get(1).defect()).startsWith("line " + (line + 6) + ": " + defect);
    assertThat(records.get(1).raw()).isEqualTo(FROM + message);
    assertThat(records.get(1).record()).isNull();
    assertThat(records.get(2).defect()).isNull();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aBadTextSaysWhyAndTheOthersSurvive(String message, String defect) {
    List<RawRecord> records = Landed.raw(MESSAGES, GOOD + FROM + message + "\n\n" + GOOD);

    assertThat(records).hasSize(3);
    assertThat(records.get(1).defect()).startsWith("line 6: " + defect);
    assertThat(records.get(1).raw()).isEqualTo(FROM + message);
    assertThat(records.get(2).defect()).isNull();
  }

  @Test
  void bytesOfAnotherCharsetSpoilTheirOwnMessage() {
    byte[] header = (FROM + "A: Zoë\n\nx\n\n").getBytes(ISO_8859_1);
    byte[] text = (FROM + "A: 1\n\nZoë\n\n").getBytes(ISO_8859_1);

    var records = Landed.raw(MESSAGES, Landed.join(header, text, GOOD.getBytes(UTF_8)));

    assertThat(records).hasSize(3);
    assertThat(records.get(0).defect())
        .isEqualTo(
            "line 2: a header that is neither ASCII nor UTF-8; have it sent as an encoded word");
    assertThat(records.get(0).raw()).contains("Zoë");
    assertThat(records.get(1).defect()).startsWith("line 6: not UTF-8 at byte 2 of the text;");
    assertThat(records.get(2).defect()).isNull();
  }

  @Test
  void undeclaredUtf16WithoutAMarkYieldsNoGoodRecord() {
    assertThat(Landed.records(MESSAGES, GOOD.getBytes(UTF_16LE)))
        .containsExactly("! line 1: a NUL byte at byte 1 of the message");
  }

  @Test
  void whatIsMadeToTakeLongDoesNot() {
    int size = 4 << 20;
    String parts = MIXED.formatted("b").stripTrailing() + "\n\n";
    for (String bomb :
        List.of(
            "A: " + "=?".repeat(size / 2) + "\n\nx",
            "A: " + "=?x?q?".repeat(size / 6) + "\n\nx",
            "A: " + "=?utf-8?q?x?= ".repeat(size / 14) + "\n\nx",
            "A: 1\n" + " x\n".repeat(size / 3) + "\nx",
            "Content-Type: text/html\n\n" + "<".repeat(size),
            "Content-Type: text/html\n\n" + "<script>".repeat(size / 8),
            "Content-Type: text/html\n\n" + "<p>".repeat(size / 3),
            "Content-Type: text/html\n\n" + "&".repeat(size),
            "Content-Type: text/html\n\n" + " \n".repeat(size / 2),
            "A: 1\n\n" + "\n".repeat(size) + "x",
            "Content-Type: " + "(".repeat(size) + "\n\nx",
            "Content-Type: text/plain" + "; a=b".repeat(size / 5) + "\n\nx",
            parts + "--b".repeat(size / 3),
            parts + "--b\n" + "-".repeat(size),
            nested(99) + "x".repeat(size),
            "Content-Transfer-Encoding: quoted-printable\n\n" + "= ".repeat(size / 2),
            "Content-Transfer-Encoding: quoted-printable\n\n" + " ".repeat(size))) {
      assertTimeout(
          ofSeconds(60),
          () -> assertThat(Landed.raw(MESSAGES, bomb)).hasSize(1),
          bomb.substring(0, 40));
    }
  }

  @Test
  void noDamageStopsTheReading() {
    byte[] good =
        (GOOD
                + FROM
                + MIXED.formatted("b")
                + "--b\n"
                + PLAIN.formatted("utf-8")
                + BASE64.formatted("Wm/Dqw==")
                + "\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n"
                + "<p>Zo=C3=AB &amp; <b>co</b></p>\n--b--\n\n"
                + FROM
                + "A: =?utf-8?Q?Zo=C3=AB?=\n =?iso-8859-1?B?6w==?=\n\n>From x\n")
            .getBytes(UTF_8);
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] bad = good.clone();
      for (int spot = random.nextInt(8); spot >= 0; spot--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      assertThat(Landed.raw(MESSAGES, bad)).isNotEmpty();
    }
  }

  @Test
  void defectsNeverHoldContent() {
    assertThat(
            Landed.raw(
                MESSAGES,
                GOOD
                    + FROM
                    + "ann.smith@example.com: x\n\n"
                    + FROM
                    + "A: =?ann.smith@example.com?Q?x?=\n\n"
                    + FROM
                    + "Content-Type: text/plain; charset=ann.smith\n\nx\n\n"
                    + FROM
                    + "Content-Type: multipart/mixed; boundary=ann.smith\n\nx\n\n"))
        .extracting(RawRecord::defect)
        .hasSize(5)
        .allSatisfy(
            defect -> assertThat(defect == null ? "" : defect).doesNotContain("ann", "smith"));
  }
}
