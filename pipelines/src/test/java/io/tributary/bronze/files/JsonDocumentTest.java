package io.tributary.bronze.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentTest {
  private static final FileFormat ORDERS = FileFormat.json("$.orders[*]");

  static Stream<Arguments> paths() {
    return Stream.of(
        arguments("$.orders[*]", "{\"n\":2,\"orders\":[{\"a\":1},{\"a\":2}],\"z\":[{}]}"),
        arguments("$[*]", "[{\"a\":1},{\"a\":2}]"),
        arguments(
            "$.data.orders[*].node", data("{\"node\":{\"a\":1},\"c\":{}},{\"node\":{\"a\":2}}")),
        arguments(
            "$.shops[*].orders[*]",
            "{\"shops\":[{\"orders\":[{\"a\":1}]},{\"orders\":[{\"a\":2}]}]}"),
        arguments("$['all orders'][*]", "{\"all orders\":[{\"a\":1},{\"a\":2}]}"));
  }

  private static String data(String edges) {
    return "{\"data\":{\"orders\":[" + edges + "]}}";
  }

  @ParameterizedTest
  @MethodSource("paths")
  void theElementsOnThePathAreTheRecords(String path, String document) {
    assertThat(Landed.records(FileFormat.json(path), document))
        .containsExactly("{\"a\":1}", "{\"a\":2}");
    assertThat(Landed.defect(FileFormat.json(path), document)).isNull();
  }

  @Test
  void theWholeDocumentMayBeTheRecord() {
    assertThat(Landed.records(FileFormat.json("$"), " {\"a\":[1]} \n"))
        .containsExactly("{\"a\":[1]}");
  }

  @Test
  void anElementsTextIsAsDelivered() {
    String first = "{ \"total\" : 10.50,\n   \"name\":\"Zoë \\u00e9 😀\" }";

    assertThat(Landed.raw(ORDERS, "{\"orders\" : [\n " + first + " ,{\"a\":2}]}"))
        .extracting(RawRecord::raw)
        .containsExactly(first, "{\"a\":2}");
  }

  @Test
  void textIsAsDeliveredAcrossTheBuffersOfTheParser() {
    List<String> elements =
        IntStream.range(0, 3_000)
            .mapToObj(i -> "{\"id\":%d,\"pad\":\"%s\"}".formatted(i, "é".repeat(i % 97)))
            .toList();

    assertThat(Landed.raw(ORDERS, "{\"orders\":[" + String.join(" , ", elements) + "]}"))
        .extracting(RawRecord::raw)
        .containsExactlyElementsOf(elements);
  }

  @Test
  void numbersAcrossTheBuffersOfTheParserAreSetAsideWhole() {
    List<String> numbers =
        IntStream.range(0, 3_000).mapToObj(i -> Integer.toString(100_000 + i)).toList();

    assertThat(Landed.raw(ORDERS, "{\"orders\":[" + String.join(",", numbers) + "]}"))
        .extracting(RawRecord::raw)
        .containsExactlyElementsOf(numbers);
  }

  @Test
  void aBadElementIsSetAsideAndTheNextSurvives() {
    String deep = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);

    assertThat(
            Landed.records(
                ORDERS,
                "{\"orders\":[{\"a\":1,\"a\":2},{\"a\":NaN},7,null," + deep + ",{\"a\":1}]}"))
        .satisfiesExactly(
            twice -> assertThat(twice).startsWith("! element 0: a key occurs twice"),
            nan -> assertThat(nan).startsWith("! element 1: not JSON at byte"),
            number -> assertThat(number).isEqualTo("! element 2: not a JSON object"),
            nothing -> assertThat(nothing).isEqualTo("! element 3: not a JSON object"),
            tooDeep -> assertThat(tooDeep).startsWith("! element 4: nested deeper than 500 levels"),
            good -> assertThat(good).isEqualTo("{\"a\":1}"));
  }

  @Test
  void anElementWithoutItsRecordIsSetAsideWithItsText() {
    var format = FileFormat.json("$.data.orders[*].node");

    assertThat(Landed.raw(format, data("{\"cursor\":\"x\"},5,{\"node\":{\"a\":1}}")))
        .extracting(RawRecord::raw, RawRecord::defect)
        .containsExactly(
            tuple("{\"cursor\":\"x\"}", "element 0: $.data.orders[*].node is missing"),
            tuple("5", "element 1: $.data.orders[*] is not an object"),
            tuple("{\"a\":1}", null));
  }

  @Test
  void anElementBeyondTheLimitIsCutAndTheNextSurvives() {
    var format = ORDERS.within(new Limits(100, null, null, null));

    var records =
        Landed.raw(format, "{\"orders\":[{\"a\":\"" + "x".repeat(50_000) + "\"},{\"a\":1}]}");

    assertThat(records.get(0).defect()).isEqualTo("element 0: 50,008 bytes long; the limit is 100");
    assertThat(records.get(0).raw()).endsWith("[cut after 100 bytes]");
    assertThat(records.get(1).raw()).isEqualTo("{\"a\":1}");
  }

  @Test
  void anElementOfTenMegabytesIsARecord() {
    String element = "{\"a\":\"" + "x".repeat(10 << 20) + "\"}";

    var records = Landed.raw(ORDERS, "{\"orders\":[{}," + element + ",{}]}");

    assertThat(records).extracting(RawRecord::defect).hasSize(3).containsOnlyNulls();
    assertThat(records.get(1).raw()).isEqualTo(element);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"orders\":[]}", " {\"a\":1,\"orders\" : [ ] } \n"})
  void anEmptyListIsAFileWithoutRecords(String document) {
    assertThat(Landed.records(ORDERS, document)).isEmpty();
    assertThat(Landed.defect(ORDERS, document)).isNull();
  }

  static Stream<Arguments> brokenDocuments() {
    return Stream.of(
        arguments(
            "{\"orders\":[{\"a\":1},\n{\"a\":", "the document ends early at line 2, column 6"),
        arguments("{\"orders\":[{\"a\":1}]", "the document ends early at line 1"),
        arguments("{\"orders\":[{\"a\":1} {\"a\":2}]}", "not JSON at line 1, column"),
        arguments("{\"orders\":[]}\n{\"orders\":[]}", "more text follows the document at line 2"),
        arguments("{\"customers\":[]}", "$.orders is missing at line 1"),
        arguments("{\"orders\":null}", "$.orders is not a list at line 1"),
        arguments("[]", "$ is not an object at line 1"),
        arguments("  \n ", "holds no JSON"),
        arguments("\0[\0]", "not JSON"),
        arguments("{\"orders\":[" + "[".repeat(200_000), "the JSON nests too deep"),
        arguments("<html>Too many requests</html>", "not JSON at line 1, column"));
  }

  @ParameterizedTest
  @MethodSource("brokenDocuments")
  void aBrokenDocumentIsADefectOfTheFile(String document, String defect) {
    assertThat(Landed.defect(ORDERS, document)).startsWith("f: " + defect);
  }

  @ParameterizedTest
  @MethodSource("brokenDocuments")
  void aBrokenDocumentReadAllTheSameEndsWithItsDefect(String document, String defect) {
    var records = Landed.raw(ORDERS, document);

    assertThat(records.get(records.size() - 1).defect())
        .startsWith("the file breaks off: " + defect);
  }
}
