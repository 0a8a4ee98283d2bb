package io.tributary.sample.feedback;

import io.tributary.sample.world.ShopOrder;
import java.time.LocalDateTime;

/**
 * Something a buyer said about an order, in the shop's local time; the sentiment is what was felt,
 * from -1 to 1, and the stars what was given.
 */
public record Voice(
    Kind kind,
    ShopOrder order,
    LocalDateTime at,
    double sentiment,
    String aspect,
    String language,
    String text) {
  /** Where it was said. */
  public enum Kind {
    REVIEW(1),
    MENTION(2),
    TICKET(3),
    CHAT(4);

    private final int number;

    Kind(int number) {
      this.number = number;
    }
  }

  /** The tool's number of it. */
  public long id() {
    return order.id() * 10 + kind.number;
  }

  /** How many stars that is. */
  public int stars() {
    return (int) Math.max(1, Math.min(5, Math.round(3 + 2.2 * sentiment)));
  }
}
