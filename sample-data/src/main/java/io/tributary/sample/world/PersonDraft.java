package io.tributary.sample.world;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Draws single people. */
final class PersonDraft {
  private static final double[] SHARES =
      Arrays.stream(Archetype.values()).mapToDouble(Archetype::share).toArray();

  private final Scale scale;
  private final Names names;

  PersonDraft(Scale scale, Names names) {
    this.scale = scale;
    this.names = names;
  }

  Person person(Roll roll, Residence residence, Optional<Person> host) {
    var draw = Draw.of(scale.seed(), "person", roll.person());
    var archetype = List.of(Archetype.values()).get(draw.weighted(SHARES));
    var gender = draw.chance(.57) ? "f" : "m";
    var surname = surname(roll, draw);
    var name = names.name(surname, gender, roll.city().country(), draw);
    var contactDraw = Draw.of(scale.seed(), "contact", roll.person());
    var contact = new ContactDraft(roll, name).contact(contactDraw, host.map(Person::contact));
    return new Person(
        roll.person(),
        roll.household(),
        name,
        marriage(roll, surname, draw),
        birth(roll, draw),
        residence,
        contact,
        archetype,
        Taste.of(archetype, roll.city(), draw),
        Habit.of(archetype, scale, draw));
  }

  private String surname(Roll roll, Draw draw) {
    boolean ownName = roll.position() == 1 && draw.chance(.35);
    return ownName ? names.surname(roll.city().country(), draw) : roll.surname();
  }

  private Optional<Person.Marriage> marriage(Roll roll, String surname, Draw draw) {
    boolean partnerWithOwnName = roll.position() == 1 && !surname.equals(roll.surname());
    boolean single = roll.position() == 0 && draw.chance(.012);
    if (!single && !(partnerWithOwnName && draw.chance(.35))) {
      return Optional.empty();
    }
    LocalDate on = scale.date(draw.between(scale.days() / 5, scale.days() - 1));
    var next = single ? names.surname(roll.city().country(), draw) : roll.surname();
    return Optional.of(new Person.Marriage(on, next));
  }

  private LocalDate birth(Roll roll, Draw draw) {
    int age = roll.isChild() ? draw.between(17, 24) : 25 + (int) Math.min(60, draw.gamma(2.6, 21));
    return scale.lastDay().minusYears(age).minusDays(draw.between(1, 364));
  }
}
