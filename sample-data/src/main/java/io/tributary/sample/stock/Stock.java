package io.tributary.sample.stock;

import io.tributary.sample.world.Brand;
import io.tributary.sample.world.Draw;
import io.tributary.sample.world.Family;
import io.tributary.sample.world.Line;
import io.tributary.sample.world.Shoe;
import io.tributary.sample.world.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The stock of every unit. It counts what a walk through all families sells, a number a unit and
 * day however many the families are, and then fills the shelves to fit.
 */
public final class Stock {
  private static final double ORDERS_A_CLICK = .012;

  private final World world;
  private final Shoe shoe;
  private final List<Sku> skus = new ArrayList<>();
  private final Map<String, int[]> sold = new HashMap<>();
  private final Map<Sku, Shelf> shelves = new LinkedHashMap<>();
  private final List<Outage> outages = new ArrayList<>();
  private long counted = -1;

  /** The stock of a world. */
  public Stock(World world, Shoe shoe) {
    this.world = world;
    this.shoe = shoe;
    for (var brand : Brand.values()) {
      for (var product : world.catalogue().products(brand)) {
        product.variants().forEach(variant -> skus.add(new Sku(product, variant)));
      }
    }
    begin();
  }

  /** Begins a walk through all families. */
  public void begin() {
    counted = -1;
    shelves.clear();
    outages.clear();
    skus.forEach(sku -> sold.put(sku.variant().sku(), new int[world.scale().days()]));
  }

  /** Counts what a family bought, once a walk. */
  public void count(Family family) {
    if (family.household().number() <= counted) {
      return;
    }
    counted = family.household().number();
    for (var life : family.lives()) {
      for (var order : life.orders()) {
        if (!order.checkout().test()) {
          order.lines().forEach(line -> count(line, order.at().toLocalDate()));
        }
      }
      for (var receipt : life.receipts()) {
        receipt.lines().forEach(line -> count(line, receipt.at().toLocalDate()));
      }
    }
  }

  private void count(Line line, LocalDate date) {
    int day = world.scale().day(date);
    if (line.quantity() > 0 && day < world.scale().days()) {
      sold.get(line.variant().sku())[day] += line.quantity();
    }
  }

  /** The shelf of every unit, once all families are counted. */
  public Map<Sku, Shelf> shelves() {
    if (shelves.isEmpty()) {
      skus.forEach(this::fill);
    }
    return shelves;
  }

  /** When units ran out, once all families are counted. */
  public List<Outage> outages() {
    shelves();
    return outages;
  }

  private void fill(Sku sku) {
    var draw = Draw.of(world.scale().seed(), "shelf", sku.variant().id());
    var shelf = new Shelf(sold.get(sku.variant().sku()), draw);
    if (sku.product().equals(shoe.product())) {
      int from = world.scale().day(shoe.scarceFrom());
      outages.add(shelf.starve(sku, from, demandForTheShoe(sku), draw));
    } else {
      shelf.empty(sku).ifPresent(outages::add);
    }
    shelves.put(sku, shelf);
  }

  private double demandForTheShoe(Sku sku) {
    double clicks = shoe.clicks(shoe.scarceFrom()) * ORDERS_A_CLICK;
    return clicks / sku.product().variants().size();
  }
}
