package io.tributary.bronze.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.bronze.files.Bytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class SourceProposalTest {
  private static Bytes bytes(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Bytes bytes(byte[] bytes) {
    return () -> new ByteArrayInputStream(bytes);
  }

  private static String proposed(String text) throws IOException {
    return SourceProposal.yaml("export", bytes(text));
  }

  @Test
  void aJsonDocumentIsTakenApartAtTheListNearestItsRoot() throws IOException {
    String orders =
        IntStream.range(0, 40)
            .mapToObj(
                id ->
                    """
                    {"id": %d, "updated_at": "2026-06-01T10:00:00+02:00", "total_price": "12.%02d",
                     "currency": "EUR", "customer": {"email": "ann%d@example.com"},
                     "line_items": [{"id": %d, "price": "12.00", "quantity": 1}]}
                    """
                        .formatted(id, id, id, id + 1000))
            .collect(Collectors.joining(","));

    String yaml = proposed("{\"orders\": [" + orders + "], \"page\": {\"next\": null}}");

    assertThat(yaml)
        .contains("format: {kind: json, record: \"$.orders[*]\"}")
        .contains("delivery: upsert\nkey: record:id\nversion: record:updated_at")
        .contains("pii: [record:customer.email]")
        .contains("# explode: record:line_items")
        .containsPattern("# +record:total_price::decimal\\(18,6\\) +number, money")
        .containsPattern("# +record:updated_at::timestamp +instant, with its zone")
        .containsPattern("# +item:quantity::bigint +whole number")
        .doesNotContain("ann1@example.com");
  }

  @Test
  void linesOfJsonInAnArchiveAreLines() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("{\"ts\": 1780000000}\n{\"ts\": 1780000001}\n".getBytes(StandardCharsets.UTF_8));
    }

    String yaml = SourceProposal.yaml("export", bytes(packed.toByteArray()));

    assertThat(yaml)
        .contains("format: jsonl", "delivery: append")
        .contains("# doubt: time: counts from 1970", "# doubt: key: no field tells");
  }

  @Test
  void conventionsOfMoneyAndTimeThatCannotBeKnownAreDoubts() throws IOException {
    String yaml =
        proposed(
            """
            Order ID;Ordered;When;Cost micros;Price;Qty
            A1;01.02.2026;2026-02-01 10:00:00;1200000;1.234,50;2
            A2;02.02.2026;2026-02-02 11:00:00;1300000;9,50;1
            """);

    assertThat(yaml)
        .contains("format: {kind: csv, csv: {delimiter: ';'}}", "key: \"record:['Order ID']\"")
        .contains("day and month may stand either way in record:Ordered")
        .contains("no zone is written in record:When; say it, as in to_utc_timestamp(...")
        .contains("divide record:['Cost micros'] by 1000000", "a decimal comma in record:Price")
        .contains("no field names the currency", "2 records are few");
  }

  @Test
  void rowsWithoutAHeaderAndBytesOfAnotherCharsetAreSaid() throws IOException {
    byte[] latin = "1,2026-01-01,Café\n2,2026-01-02,Thé\n".getBytes(Charset.forName("ISO-8859-1"));

    String yaml = SourceProposal.yaml("export", bytes(latin));

    assertThat(yaml)
        .contains("headless: true, columns: [c1, c2, c3]", "encoding: windows-1252")
        .contains("# doubt: the first row looks like data", "# doubt: the bytes are no UTF-8");
  }

  @Test
  void xmlIsTakenApartAtTheElementThatRepeatsNearestTheRoot() throws IOException {
    String members =
        List.of("a", "b", "c").stream()
            .map(id -> "<member><card_no>" + id + "</card_no><phone>0301234567</phone></member>")
            .collect(Collectors.joining());

    String yaml = proposed("<?xml version=\"1.0\"?><list>" + members + "</list>");

    assertThat(yaml)
        .contains("format: {kind: xml, record: /list/member}", "key: record:card_no")
        .contains("pii: [record:phone]");
  }

  @Test
  void anObjectWithAnIdIsOneRecordAndItsListsAreParts() throws IOException {
    String refund =
        """
        {"refund":
         {"id": 7, "created_at": "2026-06-01T10:00:00Z", "processed_at": "2026-06-01T10:00:00Z",
          "lines": [{"id": 1, "amount": 10.0}, {"id": 2, "amount": 20.0}], "payments": [{"id": 3}]}}
        """;
    String many =
        IntStream.range(0, 40)
            .mapToObj(id -> "{\"id\": " + id + "}")
            .collect(Collectors.joining(","));

    assertThat(proposed(refund))
        .contains("format: {kind: json, record: \"$.refund\"}", "key: record:id")
        .contains("$.refund has an id", "[$.refund.lines[*], $.refund.payments[*]]")
        .contains("a single record cannot tell", "# explode: record:lines")
        .containsPattern("# +item:amount::decimal\\(18,6\\) +whole number, money")
        .doesNotContain("as unique in the sample");
    assertThat(proposed("{\"id\": \"page 1\",\n\"rows\": [" + many + "]}"))
        .contains("record: \"$.rows[*]\"");
  }

  @Test
  void fieldsThatTellRecordsApartTogetherAreTheKey() throws IOException {
    String yaml =
        proposed(
            """
            asin,week,ends,units
            B1,2026-06-07,2026-06-13,5
            B2,2026-06-07,2026-06-13,5
            B1,2026-06-14,2026-06-20,4
            B2,2026-06-14,2026-06-20,4
            """);

    assertThat(yaml)
        .contains("delivery: append\nkey: [record:asin, record:week]")
        .contains("required: [record:asin, record:week]", "these together do");
  }

  @Test
  void aVersionIsTheRecordsOwnBeforeThatOfWhatItHolds() throws IOException {
    String yaml =
        proposed(
            """
            {"id": 1, "customer": {"updated_at": "2026-06-01T10:00:00Z"},
             "synced": "2026-06-03T10:00:00Z", "updated_at": "2026-06-02T10:00:00Z"}
            {"id": 2, "customer": {"updated_at": "2026-06-01T10:00:00Z"},
             "synced": "2026-06-03T10:00:00Z", "updated_at": "2026-06-02T10:00:00Z"}
            """
                .replace(",\n", ","));

    assertThat(yaml)
        .contains("version: record:updated_at\n")
        .contains("it may be one of record:synced, record:customer.updated_at");
  }

  @Test
  void aNameBesideAnAddressIsThatOfAPerson() throws IOException {
    String yaml =
        proposed(
            """
            id,name,email,description
            1,Ann Ash,ann@example.com,Where is it?
            2,Bob Birch,bob@example.com,It broke.
            """);
    String orders =
        proposed(
            """
            id,name,email
            1,#1001,ann@example.com
            2,#1002,bob@example.com
            """);

    assertThat(yaml)
        .contains("pii: [record:email, record:name]")
        .contains("# doubt: pii: what people write may name somebody: record:description");
    assertThat(orders).contains("pii: [record:email]");
  }

  @Test
  void messagesAreToldByTheirHeaders() throws IOException {
    String message =
        """
        Message-ID: <%d@example.com>
        Date: Tue, 16 Jun 2026 08:%02d:00 +0200
        From: Ann Ash <ann@example.com>
        Subject: Where is
          it?

        It broke, %d times.

        """;
    String mbox =
        IntStream.range(0, 40)
            .mapToObj(
                id ->
                    "From ann@example.com Tue Jun 16 08:00:00 2026\n"
                        + message.formatted(id, id, id))
            .collect(Collectors.joining());

    assertThat(proposed(mbox))
        .contains("sample of 40 records", "format: messages\n", "key: record:message_id")
        .contains("pii: [record:from]", "what people write may name somebody: record:body")
        .contains("time: text cannot be cast in record:date; to_timestamp(regexp_extract(")
        .contains("# doubt: headers: one that stands there twice is a list")
        .doesNotContain("ann@example.com");
    assertThat(proposed(message.formatted(1, 1, 1)))
        .contains("sample of 1 records", "format: messages\n");
    assertThat(
            SourceProposal.yaml(
                "export", bytes(mbox.replace("broke", "Café").getBytes(StandardCharsets.UTF_16))))
        .contains("sample of 40 records", "format: {kind: messages, encoding: UTF-16}");
  }
}
