package io.tributary.sample.truth;

import io.tributary.sample.landing.Csv;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.source.Source;
import io.tributary.sample.world.Family;
import io.tributary.sample.world.Life;
import io.tributary.sample.world.Scale;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Every person: their household, true age, kind, and the true beginning and end of their buying.
 */
public final class People implements Source {
  private static final Frame FRAME =
      Frame.table(
          "person", "household", "birth_year", "archetype", "first_order_on", "lifetime_end_on");

  private final Scale scale;

  /** The people of a world of this scale. */
  public People(Scale scale) {
    this.scale = scale;
  }

  static String key(long person) {
    return "%010d".formatted(person);
  }

  @Override
  public void open(Shipment shipment) {
    shipment.truth("people.csv", FRAME);
  }

  @Override
  public void add(Family family, Shipment shipment) {
    for (var life : family.lives()) {
      shipment.truth("people.csv", FRAME).add(key(life.person().number()), record(life));
    }
  }

  private String record(Life life) {
    var person = life.person();
    var lifetime = life.lifetime();
    var end = lifetime.endDay();
    return Csv.line(
        person.number(),
        person.household(),
        person.bornOn().getYear(),
        person.archetype().name().toLowerCase(Locale.ROOT),
        lifetime.days().stream().findFirst().map(scale::date),
        end.isPresent() ? Optional.of(scale.date(end.getAsInt())) : Optional.<LocalDate>empty());
  }
}
