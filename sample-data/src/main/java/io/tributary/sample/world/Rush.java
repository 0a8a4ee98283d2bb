package io.tributary.sample.world;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Predicate;

/** People who come to the web shops on one and the same day, one after another. */
public final class Rush {
  private static final double ORDERS = .2;
  private static final int NUMBER = 330;

  private final World world;
  private final LocalDate date;
  private final TiesDraft ties;
  private final WebShopper web;

  /** The rush on a day. */
  public Rush(World world, LocalDate date) {
    this.world = world;
    this.date = date;
    ties = new TiesDraft(world.scale());
    web = new WebShopper(world);
  }

  /**
   * Someone who comes, when by UTC, what they are signed up for, and the order they place if any.
   */
  public record Visitor(
      Person person, Brand brand, LocalDateTime at, Life.Ties ties, Optional<ShopOrder> order) {}

  /** Visits people until someone says it is enough. */
  public void forEachWhile(Predicate<Visitor> visitor) {
    new Population(world.scale())
        .forEachWhile(
            household -> household.members().stream().allMatch(one -> visitor.test(visit(one))));
  }

  private Visitor visit(Person person) {
    var draw = Draw.of(world.scale().seed(), "rush", person.number(), date.toEpochDay());
    var brand = person.taste().brand(draw);
    var signedUpFor = ties.ties(person);
    if (draw.chance(ORDERS)) {
      var errand =
          new WebShopper.Errand(person, signedUpFor, NUMBER, date, brand, new Trail(world, person));
      var order = web.order(errand, draw);
      if (order.isPlacedOnline()) {
        var at = Moment.utc(order.at(), brand.zone());
        return new Visitor(person, brand, at, signedUpFor, Optional.of(order));
      }
    }
    var at = Moment.utc(Clock.web(date, draw), brand.zone());
    return new Visitor(person, brand, at, signedUpFor, Optional.empty());
  }
}
