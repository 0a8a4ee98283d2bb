package io.tributary.sample.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lives the lives of a household. */
final class Biographer {
  private final World world;
  private final TiesDraft ties;
  private final WebShopper web;
  private final StoreShopper store;

  Biographer(World world) {
    this.world = world;
    ties = new TiesDraft(world.scale());
    web = new WebShopper(world);
    store = new StoreShopper(world);
  }

  Family family(Household household) {
    var lives = household.members().stream().map(this::life).toList();
    return new Family(household, lives, Accounts.of(lives), places(lives));
  }

  private Life life(Person person) {
    var scale = world.scale();
    var draw = Draw.of(scale.seed(), "lifetime", person.number());
    var lifetime =
        person.buys()
            ? Lifetime.of(person.habit(), world.season(), draw)
            : Lifetime.withoutOrders();
    var life = new Life(person, lifetime, ties.ties(person), new ArrayList<>(), new ArrayList<>());
    var trail = new Trail(world, person);
    for (int number = 0; number < lifetime.days().size(); number++) {
      shop(life, number, trail);
    }
    return life;
  }

  private void shop(Life life, int number, Trail trail) {
    var person = life.person();
    var taste = person.taste();
    var draw = Draw.of(world.scale().seed(), "order", person.number(), number);
    var date = world.scale().date(life.lifetime().days().get(number));
    var brand = taste.brand(draw);
    var errand = new WebShopper.Errand(person, life.ties(), number, date, brand, trail);
    if (draw.chance(taste.storeShare(brand))) {
      life.receipts().addAll(store.receipts(errand, taste.store().orElseThrow(), draw));
    } else {
      life.orders().addAll(web.orders(errand, draw));
    }
  }

  /** One place a mailbox and list, from whoever of the family took it first. */
  private static List<Subscription> places(List<Life> lives) {
    var places = new ArrayList<Subscription>();
    lives.stream()
        .flatMap(life -> life.ties().subscriptions().stream())
        .sorted(Comparator.comparing(Subscription::signedUpAt))
        .filter(place -> places.stream().noneMatch(place::isSameAs))
        .forEachOrdered(places::add);
    return places;
  }
}
