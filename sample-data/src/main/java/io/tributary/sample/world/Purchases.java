package io.tributary.sample.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a person has truly bought, whatever became of it in the exports. */
public final class Purchases {
  private Purchases() {}

  /**
   * A sale on a day, or goods brought back to a store when it is not a sale: the brands in it with
   * what they came to in minor units, net of what was refunded.
   */
  public record Purchase(
      LocalDate on, boolean isSale, String currency, Map<Brand, Long> netByBrand) {
    /** Its value in US dollars at the day's rate. */
    public double usd(ExchangeRates rates, LocalDate rateOn) {
      long net = netByBrand.values().stream().mapToLong(Long::longValue).sum();
      return rates.usd(net, currency, rateOn);
    }
  }

  /** All purchases of a life: sales that stand, and what was brought back to a store. */
  public static List<Purchase> of(Life life) {
    var purchases = new ArrayList<Purchase>();
    life.orders().stream().filter(ShopOrder::isSale).map(Purchases::of).forEach(purchases::add);
    life.receipts().stream().map(Purchases::of).forEach(purchases::add);
    return purchases;
  }

  /** What a web order comes to once everything has happened. */
  public static Purchase of(ShopOrder order) {
    long back = order.refunds().stream().mapToLong(order::goods).sum();
    var net = Map.of(order.brand(), order.subtotal() - back);
    return new Purchase(order.at().toLocalDate(), true, order.brand().currency(), net);
  }

  private static Purchase of(Receipt receipt) {
    var net = new EnumMap<Brand, Long>(Brand.class);
    for (var line : receipt.lines()) {
      net.merge(line.product().brand(), line.net(), Long::sum);
    }
    var date = receipt.at().toLocalDate();
    return new Purchase(date, receipt.isSale(), receipt.store().currency(), net);
  }
}
