package io.tributary.sample.world;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one person bought last of each brand, which leads to what they buy next. It draws from a
 * stream of its own: what else happens to a person does not depend on the goods.
 */
final class Trail {
  private final World world;
  private final Tier tier;
  private final Draw draw;
  private final Map<Brand, Product> last = new EnumMap<>(Brand.class);

  /** The trail of a person who has bought nothing yet. */
  Trail(World world, Person person) {
    this.world = world;
    tier = person.taste().tier();
    draw = Draw.of(world.scale().seed(), "trail", person.number());
  }

  /** The basket that a picked one becomes, once each of its lines follows the line before it. */
  Basket follow(Basket picked) {
    var brand = picked.occasion().brand();
    var chain = world.affinities().chain(brand, tier);
    var goods = new ArrayList<Basket.Goods>();
    for (var wanted : picked.goods()) {
      var step = goods.isEmpty() ? chain.across() : chain.within();
      var before = Optional.ofNullable(last.get(brand));
      goods.add(before.map(product -> after(product, wanted, step)).orElse(wanted));
      last.put(brand, goods.get(goods.size() - 1).product());
    }
    return new Basket(picked.occasion(), picked.percent(), goods);
  }

  private Basket.Goods after(Product before, Basket.Goods wanted, Succession step) {
    int picked = wanted.product().index();
    int next = step.next(before.index(), picked, draw);
    if (next == picked) {
      return wanted;
    }
    var product = world.catalogue().products(before.brand()).get(next);
    return new Basket.Goods(product, draw.pick(product.variants()), wanted.quantity());
  }

  /** Takes note of a basket that was bought as it was picked. */
  Basket keep(Basket picked) {
    last.put(picked.occasion().brand(), picked.goods().get(picked.goods().size() - 1).product());
    return picked;
  }
}
