package io.tributary.sample.world;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * An order in a brand's web shop with everything that will happen to it, in the shop's local time.
 */
public record ShopOrder(
    Person buyer,
    int number,
    Brand brand,
    LocalDateTime at,
    List<Line> lines,
    Checkout checkout,
    Visit visit,
    Fate fate,
    List<Refund> refunds) {
  /** Orders of this value and more are sent free of charge. */
  static final long FREE_SHIPPING_FROM = 60_00;

  private static final long EARLIEST_EPOCH_DAY = 10_000;
  private static final long DAY_STEP = 10_000_000_000L;
  private static final long SHIPPING = 5_95;

  /** The shop's id: it rises with the day and does not tell who ordered. */
  public long id() {
    long day = at.toLocalDate().toEpochDay() - EARLIEST_EPOCH_DAY;
    return day * DAY_STEP + Scramble.of(buyer.number(), 11) * 1000 + number % 1000;
  }

  /** The id of the line at this index. */
  public long lineId(int index) {
    return id() * 10 + index;
  }

  /** The goods, after discounts. */
  public long subtotal() {
    return lines.stream().mapToLong(Line::net).sum();
  }

  /** What was charged for sending. */
  public long shipping() {
    return subtotal() >= FREE_SHIPPING_FROM ? 0 : SHIPPING;
  }

  /** What a refund gives back for goods. */
  public long goods(Refund refund) {
    return refund.items().stream()
        .mapToLong(item -> lines.get(item.line()).netOf(item.quantity()))
        .sum();
  }

  /** When something happened to the order, its placing included. */
  public Stream<LocalDateTime> changes() {
    return Stream.of(
            Stream.of(at),
            fate.fulfilledAt().stream(),
            fate.cancellation().map(Fate.Cancellation::at).stream(),
            refunds.stream().map(Refund::at))
        .flatMap(times -> times);
  }

  /** Whether somebody chose the goods in it: no test or exchange. */
  public boolean isChosen() {
    boolean visited = visit.landingSite().isPresent() || visit.click().isPresent();
    return visited && !checkout.test();
  }

  /** Whether somebody filled a basket online for it: no test, exchange or order at a counter. */
  public boolean isPlacedOnline() {
    return isChosen() && !checkout.sourceName().equals("pos");
  }

  /** Whether this is a sale to a person once everything has happened. */
  public boolean isSale() {
    return fate.stands() && !checkout.test();
  }
}
