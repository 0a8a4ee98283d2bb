package io.tributary.bronze.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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

  private static final FileFormat READERS =
      FileFormat.xml("campaigns/campaign/recipient", "activity").carrying("campaign");

  @Test
  void aRecordCarriesTheFieldsOfTheElementsAroundIt() {
    String document =
        "<campaigns><campaign id='7'><title>Sale &amp; more</title><sent by='x'/>"
            + "<recipient id='a'><activity>open</activity></recipient>\n<recipient id='b'/>"
            + "</campaign><campaign id='8'><recipient id='a'/></campaign></campaigns>";

    assertThat(Landed.records(READERS, document))
        .containsExactly(
            "{\"@id\":\"a\",\"activity\":[\"open\"],\"campaign\":{\"@id\":\"7\",\"sent\":{\"@by\":\"x\"},"
                + "\"title\":\"Sale & more\"}}",
            "{\"@id\":\"b\",\"campaign\":{\"@id\":\"7\",\"sent\":{\"@by\":\"x\"},\"title\":\"Sale &"
                + " more\"}}",
            "{\"@id\":\"a\",\"campaign\":{\"@id\":\"8\"}}");
    assertThat(Landed.raw(READERS, document).get(1).raw())
        .isEqualTo(
            "<campaign id=\"7\"><title>Sale &#38; more</title><sent by=\"x\"></sent>"
                + "<recipient id=\"b\"></recipient></campaign>");
  }

  @Test
  void elementsMayBeCarriedFromSeveralLevels() {
    var format = FileFormat.xml("/a/b/c/d").carrying("a", "c");
    String document = "<a k='1'><x>2</x><b><no/><c><y/><d>5</d><y>6</y><d/></c></b><b/></a>";

    assertThat(Landed.records(format, document))
        .containsExactly(
            "{\"#text\":\"5\",\"a\":{\"@k\":\"1\",\"x\":\"2\"},\"c\":{\"y\":null}}",
            "{\"a\":{\"@k\":\"1\",\"x\":\"2\"},\"c\":{\"y\":[null,\"6\"]}}");
    assertThat(Landed.raw(format, document).get(0).raw())
        .isEqualTo("<a k=\"1\"><x>2</x><c><y></y><d>5</d></c></a>");
  }

  @Test
  void whatIsCarriedIsReadAnewFromTheTextOfTheRecord() {
    String document = "<campaigns><campaign id='7'><t>x</t><recipient/></campaign></campaigns>";

    var record = Landed.raw(READERS, document).get(0);

    assertThat(Landed.records(READERS, "<campaigns>" + record.raw() + "</campaigns>"))
        .isEqualTo(Landed.records(READERS, document));
  }

  @Test
  void aDocumentWhoseCarriedElementsHoldNoRecordIsEmpty() {
    assertThat(Landed.defect(READERS, "<campaigns/>")).isNull();
    assertThat(Landed.defect(READERS, "<campaigns><campaign/></campaigns>")).isNull();
    assertThat(Landed.defect(READERS, "<error/>"))
        .isEqualTo("f: no element at campaigns/campaign/recipient; check record");
  }

  @Test
  void whatCannotBeCarriedSetsTheRecordsAside() {
    String many = "<t>word</t>".repeat(100);
    var format = READERS.within(new Limits(1_000, null, null, null));

    var records =
        Landed.raw(
            format,
            "<campaigns><campaign><recipient/>"
                + many
                + "<recipient/></campaign><campaign><recipient><campaign/></recipient><recipient/>"
                + "</campaign></campaigns>");

    assertThat(records).extracting(RawRecord::defect).element(0).isNull();
    assertThat(records.get(1).defect())
        .endsWith("its <campaign> is longer than the limit of 1,000 bytes");
    assertThat(records.get(2).defect())
        .endsWith("a <campaign> within the <campaign> that it carries");
    assertThat(records.get(3).defect()).isNull();
  }

  @Test
  void whatIsCarriedHasToBeOnTheWay() {
    assertThatThrownBy(() -> FileFormat.xml("list/member").carrying("campaign"))
        .hasMessage("carry: found 'campaign', which is not once on the way to list/member");
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
    var format = MEMBERS.within(new Limits(100_000, null, null, null));
    String text = "<t>word</t>".repeat(20_000);

    var records =
        Landed.raw(format, "<list><member>" + text + "</member><member>1</member></list>");

    assertThat(records).hasSize(2);
    assertThat(records.get(0).defect()).endsWith("longer than the limit of 100,000 bytes");
    assertThat(records.get(1).raw()).isEqualTo("<member>1</member>");
  }

  @Test
  void aTextBeyondTheLimitIsSetAsideAndTheNextSurvives() {
    var format = MEMBERS.within(new Limits(100_000, null, null, null));

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
    var format = MEMBERS.within(new Limits(1_000, null, null, null));

    assertThat(Landed.defect(format, "<list a=\"" + "x".repeat(100_000) + "\"/>"))
        .isEqualTo("f: an attribute, comment or text of more than 1,000 bytes");
  }
}
