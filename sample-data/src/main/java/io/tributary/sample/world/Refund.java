package io.tributary.sample.world;

import java.time.LocalDateTime;
import java.util.List;

/** Money paid back for a web order: for goods, for shipping, or for both. */
public record Refund(
    int number, LocalDateTime at, List<Item> items, boolean withShipping, String note) {
  /** So many units of the order's line at this index. */
  public record Item(int line, int quantity) {}
}
