package io.tributary.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {
  @ParameterizedTest
  @CsvSource({"shop_orders, orders, 19000, 21000", "shop_products, products, 80, 80"})
  void documentsHoldDistinctRecordsOfAllBrands(String source, String list, int least, int most) {
    var ids = new HashSet<String>();
    for (var path : Sample.source(source)) {
      var records = Sample.json(Sample.text(path)).get(list);
      var inFile = new HashSet<Long>();
      records.forEach(record -> inFile.add(record.get("id").longValue()));
      assertThat(inFile).as("ids in %s", path).hasSize(records.size());
      inFile.forEach(id -> ids.add(Sample.account(path) + id));
    }
    assertThat(ids.size()).isBetween(least, most);
  }

  @ParameterizedTest
  @CsvSource({"shop_customers, 4300, 5300", "shop_refunds, 1500, 2500"})
  void linesHoldOneObjectEach(String source, int least, int most) {
    var ids = new HashSet<Long>();
    for (var path : Sample.source(source)) {
      Sample.jsonLines(path).forEach(record -> ids.add(record.get("id").longValue()));
    }
    assertThat(ids.size()).isBetween(least, most);
  }

  @ParameterizedTest
  @CsvSource({
    "till_transactions, receipt_no, 25000, 30000",
    "crm_members, loyalty_no, 2000, 3200",
    "exchange_rates, date, 780, 786",
    "media_spend, date, 1096, 1096"
  })
  void tablesHaveAsManyCellsInEveryRowAsInTheHeader(
      String source, String key, int least, int most) {
    var keys = new HashSet<String>();
    for (var path : Sample.source(source)) {
      for (var row : Sample.table(path)) {
        assertThat(row.getFieldCount()).as("%s", path).isEqualTo(row.getHeader().size());
        keys.add(row.getField(key));
      }
    }
    assertThat(keys.size()).isBetween(least, most);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mail_list", "mail_activity"})
  void xmlIsWellFormed(String source) throws XMLStreamException {
    assertThat(Sample.source(source)).isNotEmpty();
    for (var path : Sample.source(source)) {
      assertThat(count(path)).as("%s", path).isPositive();
    }
  }

  private static int count(Path path) throws XMLStreamException {
    var element = path.toString().contains("mail_list") ? "member" : "campaign";
    var reader =
        XMLInputFactory.newDefaultFactory()
            .createXMLStreamReader(new StringReader(Sample.text(path)));
    int count = 0;
    while (reader.hasNext()) {
      reader.next();
      count += reader.isStartElement() && reader.getLocalName().equals(element) ? 1 : 0;
    }
    return count;
  }

  @Test
  void ordersAddUp() {
    for (var path : Sample.source("shop_orders")) {
      for (var order : Sample.json(Sample.text(path)).get("orders")) {
        long goods = 0;
        for (var line : order.get("line_items")) {
          goods += cents(line, "price") * line.get("quantity").intValue();
          goods -= cents(line, "total_discount");
        }
        var shipping = order.get("total_shipping_price_set").get("shop_money");
        boolean taxWithin = order.get("taxes_included").booleanValue();
        long tax = taxWithin ? 0 : cents(order, "total_tax");
        assertThat(cents(order, "subtotal_price")).isEqualTo(goods);
        assertThat(cents(order, "total_price")).isEqualTo(goods + cents(shipping, "amount") + tax);
      }
    }
  }

  private static long cents(JsonNode object, String field) {
    return new BigDecimal(object.get(field).textValue()).movePointRight(2).longValueExact();
  }

  @Test
  void anOrderThatComesAgainIsNewer() {
    Map<Long, String> updates = new HashMap<>();
    int again = 0;
    for (var path : Sample.source("shop_orders").stream().sorted(FormatsTest::byDate).toList()) {
      for (var order : Sample.json(Sample.text(path)).get("orders")) {
        var before = updates.put(order.get("id").longValue(), order.get("updated_at").textValue());
        if (before != null) {
          assertThat(order.get("updated_at").textValue()).isGreaterThan(before);
          again++;
        }
      }
    }
    assertThat(again).isGreaterThan(200);
  }

  private static int byDate(Path one, Path other) {
    return one.getParent().getFileName().compareTo(other.getParent().getFileName());
  }
}
