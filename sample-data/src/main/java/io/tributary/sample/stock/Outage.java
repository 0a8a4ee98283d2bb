package io.tributary.sample.stock;

/**
 * Days, by number, on which a unit could not be bought, or hardly; what would have been sold a day;
 * and what was sold all the same.
 */
public record Outage(Sku sku, int from, int to, double demandADay, int sold) {
  /** How many days it lasted. */
  public int days() {
    return to - from + 1;
  }

  /** The sales that were missed, as expected. */
  public double lostUnits() {
    return Math.max(0, demandADay * days() - sold);
  }
}
