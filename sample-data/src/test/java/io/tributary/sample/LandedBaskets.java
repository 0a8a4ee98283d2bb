package io.tributary.sample;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The baskets of two or more lines in the committed sample, as its shops and tills tell them. */
final class LandedBaskets {
  private final Map<String, List<String>> skus = new HashMap<>();
  private final Map<String, List<Set<String>>> byBrand = new HashMap<>();

  LandedBaskets() {
    for (var path : Sample.source("shop_orders")) {
      for (var order : Sample.json(Sample.text(path)).get("orders")) {
        add(Sample.account(path), order);
      }
    }
    for (var path : Sample.source("till_transactions")) {
      Sample.table(path).forEach(this::add);
    }
    skus.forEach(
        (key, lines) -> {
          if (lines.size() > 1) {
            var brand = key.substring(0, key.indexOf('/'));
            byBrand.computeIfAbsent(brand, none -> new ArrayList<>()).add(items(lines));
          }
        });
  }

  /** Orders come again when they change; tests and exchanges were landed on no page. */
  private void add(String brand, JsonNode order) {
    if (!order.get("test").booleanValue() && !order.get("landing_site").isNull()) {
      var lines = new ArrayList<String>();
      order.get("line_items").forEach(line -> lines.add(line.get("sku").textValue()));
      skus.put(brand + "/" + order.get("id"), lines);
    }
  }

  private void add(NamedCsvRecord line) {
    if (!line.getField("qty").startsWith("-")) {
      var brand = line.getField("dept").toLowerCase(Locale.ROOT);
      var key = brand + "/" + line.getField("receipt_no");
      skus.computeIfAbsent(key, none -> new ArrayList<>()).add(line.getField("sku"));
    }
  }

  private static Set<String> items(List<String> lines) {
    var items = new HashSet<String>();
    lines.forEach(sku -> items.add(sku.substring(0, sku.lastIndexOf('-'))));
    return items;
  }

  long count(String brand, String... items) {
    return byBrand.get(brand).stream().filter(basket -> basket.containsAll(List.of(items))).count();
  }
}
