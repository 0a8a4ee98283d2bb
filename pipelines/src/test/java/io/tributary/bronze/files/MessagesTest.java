package io.tributary.bronze.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
  private static final FileFormat MESSAGES = FileFormat.messages();

  private static String body(String headersAndText) {
    return body(headersAndText.getBytes(UTF_8));
  }

  private static String body(byte[] bytes) {
    RawRecord message = Landed.raw(MESSAGES, bytes).get(0);
    assertThat(message.defect()).isNull();
    return message.record().getFieldByKey("body").getString();
  }

  @Test
  void aFileOfOneMessageIsOneRecord() {
    assertThat(
            Landed.records(
                MESSAGES,
                """
                From: Ann Ash <ann@example.com>
                Message-ID: <1@example.com>
                Subject: Where
                  is
                \tit?
                Received: from a
                Received: from b
                X-Empty:

                It broke.

                From here on, nothing works.
                """))
        .containsExactly(
            "{\"body\":\"It broke.\\n\\nFrom here on, nothing works.\","
                + "\"from\":\"Ann Ash <ann@example.com>\",\"message_id\":\"<1@example.com>\","
                + "\"received\":[\"from a\",\"from b\"],\"subject\":\"Where is it?\","
                + "\"x_empty\":null}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void anMboxHoldsOneRecordAMessage(String end) {
    String mbox =
        """
        From ann@example.com Tue Jun 16 08:00:00 2026
        Chat-Id: 1

        Visitor: Hello
        >From London
        >>From quoted
        Not From here

        From MAILER-DAEMON
        Chat-Id: 2

        From bob@example.com Tue Jun 16 09:00:00 2026
        Chat-Id: 3

        Bye


        """
            .replace("\n", end);

    assertThat(Landed.records(MESSAGES, mbox))
        .containsExactly(
            "{\"body\":\"Visitor: Hello\\nFrom London\\n>From quoted\\nNot From here\","
                + "\"chat_id\":\"1\"}",
            "{\"body\":null,\"chat_id\":\"2\"}",
            "{\"body\":\"Bye\",\"chat_id\":\"3\"}");
    assertThat(Landed.raw(MESSAGES, mbox).get(2).raw())
        .isEqualTo(
            "From bob@example.com Tue Jun 16 09:00:00 2026%sChat-Id: 3%s%sBye"
                .formatted(end, end, end));
    assertThat(Landed.defect(MESSAGES, mbox)).isNull();
  }

  @Test
  void aMessageThatBreaksOffSwallowsNoneOfTheNext() {
    assertThat(
            Landed.records(
                MESSAGES,
                """
                Chat-Id: 1

                its separator is lost
                From ann@example.com Tue Jun 16 08:00:00 2026
                Chat-Id: 2
                Chat-Depa
                From ann@example.com Tue Jun 16 08:00:00 2026
                Chat-Id: 3
                """))
        .containsExactly(
            "{\"body\":\"its separator is lost\",\"chat_id\":\"1\"}",
            "! line 6: a header without a colon; the message is cut, or an empty line above its"
                + " text is missing",
            "{\"body\":null,\"chat_id\":\"3\"}");
  }

  @Test
  void aHeaderCanBeAListEvenAlone() {
    assertThat(Landed.records(FileFormat.messages("tag"), "Tag: a\n\nx"))
        .containsExactly("{\"body\":\"x\",\"tag\":[\"a\"]}");
  }

  @Test
  void aHeaderCalledBodyLeavesTheTextItsPlace() {
    assertThat(Landed.records(MESSAGES, "Body: a\n\nx"))
        .containsExactly("{\"body\":\"x\",\"header_body\":\"a\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Zoë <zoe@example.com>                                | Zoë <zoe@example.com>
          =?UTF-8?Q?Zo=C3=AB_Ash?= <zoe@example.com>           | Zoë Ash <zoe@example.com>
          =?utf-8?b?Wm/Dqw==?= <zoe@example.com>               | Zoë <zoe@example.com>
          =?ISO-8859-1?Q?Zo=EB?= of =?windows-1252?Q?=80?=     | Zoë of €
          =?utf-8?Q?Zo=C3?=  =?utf-8?Q?=AB?=                   | Zoë
          =?utf-8?B?Wm8=?= =?utf-8?Q?_Ash?=                    | Zo Ash
          is 2 =? 3 and what ?= then                           | is 2 =? 3 and what ?= then
          a =?b c?Q?d?= e                                      | a =?b c?Q?d?= e
          """)
  void wordsOfAHeaderAreDecoded(String written, String meant) {
    assertThat(Landed.raw(MESSAGES, "From: " + written + "\n\nx").get(0).record())
        .extracting(record -> record.getFieldByKey("from").getString())
        .isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          quoted-printable | utf-8        | Zo=C3=AB =3D soft=`line`   | Zoë = softline
          Quoted-Printable | iso-8859-1   | Zo=EB                   | Zoë
          base64           | utf-8        | Wm/D`qw==`                | Zoë
          BASE64           | "UTF-16BE"   | AFoAbwDr                | Zoë
          8bit             | utf-8        | Zoë                     | Zoë
          8bit             | us-ascii     | Zoë                     | Zoë
          quoted-printable | utf-8        | 100% a=b                | 100% a=b
          """)
  void textLeavesItsEncodings(String transfer, String charset, String written, String meant) {
    String message =
        "Content-Type: text/plain; charset=%s\nContent-Transfer-Encoding: %s\n\n%s"
            .formatted(charset, transfer, written.replace('`', '\n'));

    assertThat(body(message)).isEqualTo(meant);
    assertThat(body(message.replace("\n", "\r\n"))).isEqualTo(meant);
  }

  @Test
  void eachMessageOfAFileHasItsOwnCharset() {
    String from = "From a@example.com Tue Jun 16 08:00:00 2026\n";
    String type = "Content-Type: text/plain; charset=%s\n\n%s\n\n";
    byte[] mbox =
        Landed.join(
            (from + type.formatted("utf-8", "Zoë")).getBytes(UTF_8),
            (from + type.formatted("iso-8859-1", "Zoë")).getBytes(ISO_8859_1));

    assertThat(Landed.records(MESSAGES, mbox)).allMatch(json -> json.contains("\"body\":\"Zoë\""));
    assertThat(Landed.raw(MESSAGES, mbox)).allMatch(message -> message.raw().endsWith("Zoë"));
  }

  @Test
  void aFileInADeclaredCharsetIsInIt() {
    String message = "From: Zoë\nContent-Type: text/plain; charset=utf-8\n\nZoë";

    assertThat(Landed.records(MESSAGES.encodedIn(UTF_16), message.getBytes(UTF_16)))
        .isEqualTo(Landed.records(MESSAGES.encodedIn(ISO_8859_1), message.getBytes(ISO_8859_1)))
        .isEqualTo(Landed.records(MESSAGES, "\uFEFF" + message));
  }

  @Test
  void plainTextIsTakenBeforeHtmlAndAttachmentsAreNot() {
    assertThat(
            body(
                """
                Content-Type: multipart/mixed; boundary="out"

                For old programs.
                --out
                Content-Type: multipart/alternative; boundary=in

                --in
                Content-Type: text/html; charset=nonsense

                <p>Hello</p>
                --in
                Content-Type: text/plain

                Hello
                --in--
                --out
                Content-Type: text/plain
                Content-Disposition: attachment; filename=a.txt

                attached
                --out
                Content-Type: message/rfc822

                Subject: another's

                another's words
                --out
                Content-Type: text/plain
                Content-Transfer-Encoding: base64

                QnllIQ==
                --out--
                """
                    .replace("; charset=nonsense", "")))
        .isEqualTo("Hello\nBye!");
  }

  @Test
  void htmlAloneIsReadAsAPersonReadsIt() {
    assertThat(
            body(
                """
                Content-Type: text/html; charset=utf-8

                <html><HEAD><title>x</title></HEAD><body><!-- <p>no --><style>p {}</style>
                <p>It&nbsp;cost &lt; 5&euro;,<br>not&#32;<b>İ 7</b> < 9</p>
                <script
                type=x>alert('<p>')</script><div>Bye</div>
                """))
        .isEqualTo("It cost < 5€,\nnot İ 7 < 9\nBye");
  }

  @Test
  void aMessageWithoutTextHasNone() {
    assertThat(Landed.records(MESSAGES, "A: 1\n\n\n"))
        .containsExactly("{\"a\":\"1\",\"body\":null}");
    assertThat(Landed.records(MESSAGES, "Content-Type: image/png\n\nx"))
        .containsExactly("{\"body\":null,\"content_type\":\"image/png\"}");
  }

  @Test
  void emptyLinesAreADayOnWhichNobodyWrote() {
    assertThat(Landed.defect(MESSAGES, "\n\r\n\n")).isNull();
    assertThat(Landed.records(MESSAGES, "\n\r\n\n")).isEmpty();
  }

  @Test
  void filesThatCannotBeReadToTheirEndAreSetAsideWhole() {
    byte[] gzip = Landed.gzip("A: 1\n\n" + "text of a message\n".repeat(1000));

    assertThat(Landed.defect(MESSAGES, java.util.Arrays.copyOf(gzip, gzip.length / 2)))
        .startsWith("f: the gzip is cut short at byte ");
    assertThat(Landed.defect(MESSAGES, ""))
        .isEqualTo("f: empty (0 bytes); have it delivered again");
    assertThat(Landed.defect(MESSAGES, "\uFEFFA: 1".getBytes(UTF_16LE)))
        .isEqualTo(
            "f: starts with the byte order mark of UTF-16, declared is UTF-8; set encoding: UTF-16");
  }

  @Test
  void aMessageBeyondTheLimitIsCutAndTheNextSurvives() {
    var format = MESSAGES.within(new Limits(100_000, null, null, null));
    String from = "From a@example.com Tue Jun 16 08:00:00 2026\n";
    String many = from + "A: 1\n\n" + "x\n".repeat(100_000);
    String one = from + "A: 2\n\n" + "x".repeat(200_000) + "\n";

    var records = Landed.raw(format, many + "\n" + one + "\n" + from + "A: 3\n");

    assertThat(records).hasSize(3);
    assertThat(records.get(0).defect())
        .isEqualTo("line 1: 200,051 bytes long; the limit is 100,000");
    assertThat(records.get(0).raw())
        .isEqualTo(many.substring(0, 65_536) + " [cut after 65,536 bytes]");
    assertThat(records.get(1).defect())
        .isEqualTo("line 100005: 200,051 bytes long; the limit is 100,000");
    assertThat(records.get(1).raw())
        .isEqualTo(one.substring(0, 65_536) + " [cut after 65,536 bytes]");
    assertThat(records.get(2).defect()).isNull();
  }

  @Test
  void aMessageOfTenMegabytesIsARecord() {
    String text = ("x".repeat(70) + "\n").repeat(150_000) + "end";

    assertThat(body("A: 1\n\n" + text)).isEqualTo(text);
  }
}
