package io.tributary.sample.world;

/**
 * A line of an order or receipt, in minor units of the seller's currency. Quantity and discount are
 * negative where goods are handed back.
 */
public record Line(Product product, Variant variant, int quantity, long unitPrice, long discount) {
  /** What the line costs after its discount. */
  public long net() {
    return unitPrice * quantity - discount;
  }

  /** The same goods handed back. */
  Line handedBack(int units) {
    return new Line(product, variant, -units, unitPrice, -discountOn(units));
  }

  /** Another variant of the same product, for the same money. */
  Line replaced(int units) {
    int next = (product.variants().indexOf(variant) + 1) % product.variants().size();
    return new Line(product, product.variants().get(next), units, unitPrice, discountOn(units));
  }

  /** What is paid back for so many of the units. */
  public long netOf(int units) {
    return unitPrice * units - discountOn(units);
  }

  private long discountOn(int units) {
    return Math.round((double) discount * units / quantity);
  }
}
