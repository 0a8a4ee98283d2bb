package io.tributary.bronze.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvRowsTest {
  private static final FileFormat CSV = FileFormat.of("csv");

  private static List<String> rows(String text) {
    return Landed.records(CSV, text);
  }

  @Test
  void cellsAreTextUnderTheHeadersNames() {
    assertThat(rows("sku,price\nA1,02.50\nB2,3\n"))
        .containsExactly(
            """
            {"price":"02.50","sku":"A1"}\
            """,
            """
            {"price":"3","sku":"B2"}\
            """);
  }

  @Test
  void anEmptyCellIsNullUnlessQuoted() {
    assertThat(rows("a,b,c\n,\"\",\n"))
        .containsExactly(
            """
            {"a":null,"b":"","c":null}\
            """);
  }

  @Test
  void quotedCellsHoldDelimitersQuotesAndLineEnds() {
    assertThat(rows("a,b\n\"x,\"\"y\"\"\nz\",2\n3,4\n"))
        .containsExactly(
            """
            {"a":"x,\\"y\\"\\nz","b":"2"}\
            """,
            """
            {"a":"3","b":"4"}\
            """);
  }

  @Test
  void theRawTextOfARowIsAsReceived() {
    assertThat(Landed.raw(CSV, "a,b\r\n\"x\r\ny\",2\r\n 3 ,\"4\"\r\n"))
        .extracting(RawRecord::position, RawRecord::raw)
        .containsExactly(tuple(0L, "\"x\r\ny\",2"), tuple(1L, " 3 ,\"4\""));
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstName() {
    assertThat(rows("\uFEFFa,b\n1,2\n"))
        .containsExactly(
            """
            {"a":"1","b":"2"}\
            """);
  }

  @Test
  void windowsLineEndsAndAMissingLastOneMakeNoDifference() {
    assertThat(rows("a,b\r\n1,2\r\n3,4")).isEqualTo(rows("a,b\n1,2\n3,4\n")).hasSize(2);
  }

  @Test
  void emptyLinesAreNoRows() {
    assertThat(rows("\na,b\n\n1,2\n\r\n3,4\n\n")).hasSize(2);
  }

  @Test
  void aHeaderAloneIsAFileWithoutRows() {
    assertThat(rows("a,b\n")).isEmpty();
    assertThat(Landed.defect(CSV, "a,b\n")).isNull();
  }

  @Test
  void shortAndLongRowsAreSetAsideAndTheNextSurvives() {
    assertThat(rows("a,b\n1\n1,2,3\n5,6\n"))
        .containsExactly(
            "! line 2: 1 cells under 2 names; look for a delimiter or a line end without quotes",
            "! line 3: 3 cells under 2 names; look for a delimiter or a line end without quotes",
            """
            {"a":"5","b":"6"}\
            """);
  }

  @Test
  void anUnclosedQuoteSpoilsItsOwnLineOnly() {
    assertThat(rows("a,b\n1,\"open\n3,4\n5,6\n"))
        .containsExactly(
            "! line 2: a quote is not closed, or text follows a closing quote",
            """
            {"a":"3","b":"4"}\
            """,
            """
            {"a":"5","b":"6"}\
            """);
  }

  @Test
  void anUnclosedQuoteBeforeAQuotedRowSpoilsItsOwnLineOnly() {
    assertThat(rows("a,b\n1,\"open\n3,\"four\"\n5,6\n"))
        .containsExactly(
            "! line 2: a quote is not closed, or text follows a closing quote",
            """
            {"a":"3","b":"four"}\
            """,
            """
            {"a":"5","b":"6"}\
            """);
  }

  @Test
  void textAfterAClosingQuoteSpoilsItsOwnLineOnly() {
    assertThat(rows("a,b\n\"1\"x,2\n3,4\n"))
        .containsExactly(
            "! line 2: a quote is not closed, or text follows a closing quote",
            """
            {"a":"3","b":"4"}\
            """);
  }

  @Test
  void aQuoteInsideAnUnquotedCellIsText() {
    assertThat(rows("a,b\n5\" pipe,2\n"))
        .containsExactly(
            """
            {"a":"5\\" pipe","b":"2"}\
            """);
  }

  @Test
  void aNulByteSpoilsItsOwnLineOnly() {
    assertThat(rows("a,b\n1,x\0y\n3,4\n"))
        .containsExactly(
            "! line 2: a NUL byte at character 3",
            """
            {"a":"3","b":"4"}\
            """);
  }

  @Test
  void aBareCarriageReturnSpoilsItsOwnLineOnly() {
    assertThat(rows("a,b\n1,2\r3,4\n5,6\n"))
        .containsExactly(
            "! line 2: a carriage return outside quotes",
            """
            {"a":"5","b":"6"}\
            """);
  }

  @Test
  void cellsAreKnownByNameInWhateverOrderTheyCome() {
    var format = FileFormat.csv(CsvLayout.RFC_4180.expecting(List.of("id", "price")));

    assertThat(Landed.records(format, "id,price\n1,2\n"))
        .isEqualTo(Landed.records(format, "price,id\n2,1\n"))
        .containsExactly(
            """
            {"id":"1","price":"2"}\
            """);
  }

  @Test
  void columnsBeyondTheExpectedOnesAreKept() {
    var format = FileFormat.csv(CsvLayout.RFC_4180.expecting(List.of("id")));

    assertThat(Landed.records(format, "note,id\nx,1\n"))
        .containsExactly(
            """
            {"id":"1","note":"x"}\
            """);
  }

  @Test
  void aHeaderWithoutAnExpectedColumnIsADefectOfTheFile() {
    var format = FileFormat.csv(CsvLayout.RFC_4180.expecting(List.of("id", "price")));

    assertThat(Landed.defect(format, "ann,smith\nbob,jones\n"))
        .isEqualTo(
            "f: the header lacks id, price (it has 2 names);"
                + " if the file has no header, set csv.headless");
  }

  @Test
  void aNameThatOccursTwiceIsADefectOfTheFile() {
    assertThat(Landed.defect(CSV, "a,b,a\n1,2,3\n"))
        .isEqualTo("f: columns 1 and 3 of the header have the same name; rename one at the source");
  }

  @Test
  void namesMayDifferInCaseOnly() {
    assertThat(rows("id,ID\n1,2\n"))
        .containsExactly(
            """
            {"ID":"2","id":"1"}\
            """);
  }

  @Test
  void aFileWithoutHeaderTakesItsNamesFromTheLayout() {
    var format = FileFormat.csv(CsvLayout.headless(List.of("x", "y")).delimitedBy('\t'));

    assertThat(Landed.records(format, "1\t2\n"))
        .containsExactly(
            """
            {"x":"1","y":"2"}\
            """);
  }

  @Test
  void aSemicolonMayPartTheCells() {
    var format = FileFormat.csv(CsvLayout.RFC_4180.delimitedBy(';'));

    assertThat(Landed.records(format, "a;b\n1,5;\"2;5\"\n"))
        .containsExactly(
            """
            {"a":"1,5","b":"2;5"}\
            """);
  }

  @Test
  void aRowBeyondTheLimitIsCutAndTheNextSurvives() {
    var format = CSV.within(new Limits(10, null, null, null));

    var records = Landed.raw(format, "a,b\n1," + "x".repeat(70_000) + "\n3,4\n");

    assertThat(records.get(0).defect()).isEqualTo("line 2: 70,002 bytes long; the limit is 10");
    assertThat(records.get(0).raw()).isEqualTo("1,xxxxxxxx [cut after 10 bytes]");
    assertThat(records.get(1).raw()).isEqualTo("3,4");
  }

  @Test
  void aQuotedCellThatOutgrowsTheLimitSpoilsItsOwnLineOnly() {
    var format = CSV.within(new Limits(20, null, null, null));

    assertThat(Landed.records(format, "a,b\n1,\"open\n3,4\n5,6\n7,8\n9,10\n"))
        .hasSize(5)
        .first()
        .isEqualTo("! line 2: a quote is not closed, or text follows a closing quote");
  }

  @Test
  void manyUnclosedQuotesCostNoRowButTheirOwn() {
    String rows = "1,2\n3,\"open\n".repeat(20_000);

    var records = Landed.raw(CSV, "a,b\n" + rows);

    assertThat(records).hasSize(40_000);
    assertThat(records.stream().filter(r -> r.defect() == null)).hasSize(20_000);
  }
}
