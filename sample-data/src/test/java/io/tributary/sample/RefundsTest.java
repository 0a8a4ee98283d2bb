package io.tributary.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefundsTest {
  private record Sold(int quantity, BigDecimal net) {}

  private static final Map<Long, Sold> LINES = new HashMap<>();
  private static final Map<Long, BigDecimal> TOTALS = new HashMap<>();

  static {
    for (var path : Sample.source("shop_orders")) {
      Sample.json(Sample.text(path)).get("orders").forEach(RefundsTest::remember);
    }
  }

  private static void remember(JsonNode order) {
    var total = new BigDecimal(order.get("total_price").textValue());
    TOTALS.put(order.get("id").longValue(), total);
    for (var line : order.get("line_items")) {
      int quantity = line.get("quantity").intValue();
      var net =
          new BigDecimal(line.get("price").textValue())
              .multiply(BigDecimal.valueOf(quantity))
              .subtract(new BigDecimal(line.get("total_discount").textValue()));
      LINES.put(line.get("id").longValue(), new Sold(quantity, net));
    }
  }

  @Test
  void noLineIsRefundedBeyondWhatWasSold() {
    Map<Long, Integer> quantities = new HashMap<>();
    Map<Long, BigDecimal> amounts = new HashMap<>();
    for (var path : Sample.source("shop_refunds")) {
      for (var refund : Sample.jsonLines(path)) {
        for (var item : refund.get("refund_line_items")) {
          long line = item.get("line_item_id").longValue();
          quantities.merge(line, item.get("quantity").intValue(), Integer::sum);
          amounts.merge(line, item.get("subtotal").decimalValue(), BigDecimal::add);
        }
      }
    }
    assertThat(quantities.size()).isGreaterThan(1500);
    quantities.forEach(
        (line, quantity) -> assertThat(quantity).isLessThanOrEqualTo(LINES.get(line).quantity()));
    amounts.forEach(
        (line, amount) -> assertThat(amount).isLessThanOrEqualTo(LINES.get(line).net()));
  }

  @Test
  void noOrderIsPaidBackBeyondWhatWasPaid() {
    Map<Long, BigDecimal> paidBack = new HashMap<>();
    for (var path : Sample.source("shop_refunds")) {
      for (var refund : Sample.jsonLines(path)) {
        var amount = new BigDecimal(refund.get("transactions").get(0).get("amount").textValue());
        paidBack.merge(refund.get("order_id").longValue(), amount, BigDecimal::add);
      }
    }
    BigDecimal roundingOfTax = new BigDecimal("0.05");
    paidBack.forEach(
        (order, amount) ->
            assertThat(amount)
                .isPositive()
                .isLessThanOrEqualTo(TOTALS.get(order).add(roundingOfTax)));
  }

  @Test
  void goodsBroughtBackToAStoreWereSoldThere() {
    Map<String, Integer> sold = new HashMap<>();
    for (var path : Sample.source("till_transactions")) {
      for (var line : Sample.table(path)) {
        var receipt = line.getField("qty").startsWith("-") ? "orig_receipt" : "receipt_no";
        if (!line.getField(receipt).isEmpty()) {
          var goods = line.getField(receipt) + " " + line.getField("sku");
          sold.merge(goods, Integer.valueOf(line.getField("qty")), Integer::sum);
        }
      }
    }
    assertThat(sold.values()).allMatch(left -> left >= 0);
  }
}
