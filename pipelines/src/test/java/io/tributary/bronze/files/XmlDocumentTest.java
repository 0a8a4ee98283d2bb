package io.tributary.bronze.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class XmlDocumentTest {
  private static final FileFormat MEMBERS = FileFormat.xml("list/member");

  private static String member(String inside) {
    return Landed.records(MEMBERS, "<list><member>" + inside + "</member></list>").get(0);
  }

  static Stream<Arguments> elements() {
    return Stream.of(
        arguments("<id>007</id>", "{\"id\":\"007\"}"),
        arguments(
            "<id/><name></name><note> \n </note>", "{\"id\":null,\"name\":null,\"note\":null}"),
        arguments("<p cur=\"EUR\">5.00</p>", "{\"p\":{\"#text\":\"5.00\",\"@cur\":\"EUR\"}}"),
        arguments("<p cur=\"EUR\"/>", "{\"p\":{\"@cur\":\"EUR\"}}"),
        arguments("<t>a</t><x>1</x><t>b</t>", "{\"t\":[\"a\",\"b\"],\"x\":\"1\"}"),
        arguments("\n  <a>1</a>\n  <b>2</b>\n", "{\"a\":\"1\",\"b\":\"2\"}"),
        arguments("so <b>bold</b>!", "{\"#text\":\"so !\",\"b\":\"bold\"}"),
        arguments("<n>A &amp; B &#233; &lt;</n>", "{\"n\":\"A & B é <\"}"),
        arguments(
            "<n><![CDATA[<list><member/></list>]]></n>", "{\"n\":\"<list><member/></list>\"}"),
        arguments("<n>a<!-- no -->b<?no no?></n>", "{\"n\":\"ab\"}"),
        arguments(
            "<m:n xmlns:m=\"urn:m\" m:k=\"1\">x</m:n>", "{\"n\":{\"#text\":\"x\",\"@k\":\"1\"}}"),
        arguments("<member>inner</member>", "{\"member\":\"inner\"}"),
        arguments("plain", "\"plain\""));
  }

  @ParameterizedTest
  @MethodSource("elements")
  void anElementBecomesAnObjectOfItsParts(String inside, String record) {
    assertThat(member(inside)).isEqualTo(record);
  }

  @Test
  void elementsNamedAsListsAreListsEvenAlone() {
    var format = FileFormat.xml("list/member", "tag");

    assertThat(Landed.records(format, "<list><member><tag>a</tag><id>1</id></member></list>"))
        .containsExactly("{\"id\":\"1\",\"tag\":[\"a\"]}");
  }

  static Stream<Arguments> paths() {
    return Stream.of(
        arguments("/campaigns/campaign", "<campaigns><campaign/><x><campaign/></x></campaigns>", 1),
        arguments("list/member", "<r><list><member/></list><list><member/></list></r>", 2),
        arguments("list/member", "<list><member><list><member/></list></member></list>", 1),
        arguments("member", "<r><member/><x><member/></x></r>", 2),
        arguments("/feed", "<feed><a>1</a></feed>", 1),
        arguments("list/member", "<m:list xmlns:m=\"urn:m\"><m:member/></m:list>", 1),
        arguments("list/member", "<list></list>", 0));
  }

  @ParameterizedTest
  @MethodSource("paths")
  void theElementsOnThePathAreTheRecords(String path, String document, int records) {
    assertThat(Landed.raw(FileFormat.xml(path), document)).hasSize(records);
    assertThat(Landed.defect(FileFormat.xml(path), document)).isNull();
  }

  @Test
  void theTextIsWrittenAnewFromTheParts() {
    assertThat(
            Landed.raw(
                MEMBERS,
                "<list xmlns:m='urn:m'><member a='1 \"'>x<m:b/><!-- c"
                    + " --><![CDATA[<&]]></member></list>"))
        .extracting(RawRecord::raw)
        .containsExactly("<member a=\"1 &#34;\">x<m:b></m:b>&#60;&#38;</member>");
  }

  @Test
  void theTextWrittenAnewReadsAsTheSameRecord() {
    String document = "<list><member k=\"a&#10;&amp;'\">&lt;x&gt; ü<b>1</b><b/></member></list>";

    var record = Landed.raw(MEMBERS, document).get(0);

    assertThat(Landed.records(MEMBERS, "<list>" + record.raw() + "</list>"))
        .isEqualTo(Landed.records(MEMBERS, document));
  }

  static Stream<Arguments> brokenDocuments() {
    String laughs =
        "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;\">]>";
    return Stream.of(
        arguments(
            "<!DOCTYPE l [<!ENTITY x SYSTEM"
                + " \"file:///etc/hostname\">]><list><member>&x;</member></list>",
            "a document type (DOCTYPE)"),
        arguments(
            "<!DOCTYPE l SYSTEM \"http://127.0.0.1:1/x.dtd\"><list/>", "a document type (DOCTYPE)"),
        arguments(
            "<!DOCTYPE l [<!ENTITY % p SYSTEM \"file:///x\"> %p;]><list/>", "a document type"),
        arguments(laughs + "<list><member>&c;</member></list>", "a document type (DOCTYPE)"),
        arguments("<list><member><!DOCTYPE x></member></list>", "cut short or not XML at line 1"),
        arguments("<list><member>&x;</member></list>", "an undeclared entity at line 1"),
        arguments("<list>\n<member>", "cut short or not XML at line 2"),
        arguments("<list><member></list>", "cut short or not XML at line 1"),
        arguments("<list/><list/>", "cut short or not XML at line 1"),
        arguments("<list><member a='1' a='2'/></list>", "cut short or not XML at line 1"),
        arguments("<list><member>\u0001</member></list>", "cut short or not XML at line 1"),
        arguments("<list><member>\0</member></list>", "cut short or not XML at line 1"),
        arguments("{\"list\":[]}", "cut short or not XML at line 1"),
        arguments("<error>Too many requests</error>", "no element at list/member"));
  }

  @ParameterizedTest
  @MethodSource("brokenDocuments")
  void aBrokenDocumentIsADefectOfTheFile(String document, String defect) {
    assertThat(Landed.defect(MEMBERS, document)).startsWith("f: " + defect);
  }

  @ParameterizedTest
  @MethodSource("brokenDocuments")
  void aBrokenDocumentReadAllTheSameEndsWithItsDefect(String document, String defect) {
    var records = Landed.raw(MEMBERS, document);

    assertThat(records.get(records.size() - 1).defect())
        .startsWith("the file breaks off: " + defect);
  }

  @Test
  void anElementThatNestsTooDeepIsSetAsideAndTheNextSurvives() {
    String deep = "<a>".repeat(10_000) + "</a>".repeat(10_000);

    var records =
        Landed.raw(
            MEMBERS, "<list><member>" + deep + "</member><member><id>1</id></member></list>");

    assertThat(records).hasSize(2);
    assertThat(records.get(0).defect())
        .isEqualTo("the element at line 1, column 15: nested deeper than 500 levels");
    assertThat(records.get(1).raw()).isEqualTo("<member><id>1</id></member>");
  }

  @Test
  void anElementBeyondTheLimitIsSetAsideAndTheNextSurvives() {
    var format = MEMBERS.within(new Limits(100_000, 0, 0, 0));
    String text = "<t>word</t>".repeat(20_000);

    var records =
        Landed.raw(format, "<list><member>" + text + "</member><member>1</member></list>");

    assertThat(records).hasSize(2);
    assertThat(records.get(0).defect()).endsWith("longer than the limit of 100,000 bytes");
    assertThat(records.get(1).raw()).isEqualTo("<member>1</member>");
  }

  @Test
  void aTextBeyondTheLimitIsSetAsideAndTheNextSurvives() {
    var format = MEMBERS.within(new Limits(100_000, 0, 0, 0));

    var records =
        Landed.raw(
            format,
            "<list><member>" + "x".repeat(1_000_000) + "</member><member>1</member></list>");

    assertThat(records).hasSize(2);
    assertThat(records.get(0).defect()).endsWith("longer than the limit of 100,000 bytes");
    assertThat(records.get(0).raw()).endsWith("xxx [cut after 65,536 bytes]");
    assertThat(records.get(1).raw()).isEqualTo("<member>1</member>");
  }

  @Test
  void aTextOfTenMegabytesIsARecord() {
    String text = "x".repeat(10 << 20);

    var records = Landed.raw(MEMBERS, "<list><member>" + text + "</member></list>");

    assertThat(records).hasSize(1);
    assertThat(records.get(0).record().getString()).isEqualTo(text);
  }

  @Test
  void anAttributeWithoutEndIsADefectOfTheFile() {
    var format = MEMBERS.within(new Limits(1_000, 0, 0, 0));

    assertThat(Landed.defect(format, "<list a=\"" + "x".repeat(100_000) + "\"/>"))
        .isEqualTo("f: an attribute, comment or text of more than 1,000 bytes");
  }
}
