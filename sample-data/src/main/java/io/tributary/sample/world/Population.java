package io.tributary.sample.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * All households, made one at a time and always the same. People are numbered in blocks that are
 * cut into households, so a person does not depend on how many others there are.
 */
public final class Population {
  private static final int BLOCK = 12;

  private final Scale scale;
  private final Names names = new Names();
  private final Places places = new Places();
  private final PersonDraft drafts;

  /** The population of a world. */
  public Population(Scale scale) {
    this.scale = scale;
    drafts = new PersonDraft(scale, names);
  }

  /** Visits every household in order. */
  public void forEach(Consumer<Household> visitor) {
    forEachWhile(
        household -> {
          visitor.accept(household);
          return true;
        });
  }

  /** Visits households in order until someone says it is enough. */
  void forEachWhile(Predicate<Household> visitor) {
    boolean goesOn = true;
    for (long first = 0; goesOn && first < scale.customers(); ) {
      var draw = Draw.of(scale.seed(), "household", first);
      int size = 1 + draw.weighted(.46, .33, .12, .09);
      long blockEnd = (first / BLOCK + 1) * BLOCK;
      long end = Math.min(Math.min(first + size, blockEnd), scale.customers());
      goesOn = visitor.test(household(first, (int) (end - first), draw));
      first = end;
    }
  }

  private Household household(long first, int size, Draw draw) {
    var city = places.city(draw);
    var residence = residence(city, draw);
    var surname = names.surname(city.country(), draw);
    var members = new ArrayList<Person>();
    for (int position = 0; position < size; position++) {
      var roll = new Roll(first, first, position, surname, city);
      var host = members.isEmpty() ? Optional.<Person>empty() : Optional.of(members.get(0));
      members.add(drafts.person(roll, residence, host));
    }
    return new Household(first, members);
  }

  private Residence residence(Places.City city, Draw draw) {
    var first = places.home(city, draw);
    if (!draw.chance(.14)) {
      return new Residence(first, Optional.empty());
    }
    LocalDate on = scale.date(draw.between(0, scale.days() - 1));
    var next = draw.chance(.6) ? city : places.cityIn(city.country(), draw);
    return new Residence(first, Optional.of(new Residence.Move(on, places.home(next, draw))));
  }
}
