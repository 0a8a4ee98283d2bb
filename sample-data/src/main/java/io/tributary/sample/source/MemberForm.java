package io.tributary.sample.source;

import io.tributary.sample.world.Draw;
import io.tributary.sample.world.Name;
import io.tributary.sample.world.Person;
import java.util.Locale;

/** How store staff and members fill in a membership form: each person in their own careless way. */
final class MemberForm {
  private final Person person;
  private final double care;
  private final double birthCare;

  MemberForm(Person person) {
    this.person = person;
    var draw = Draw.of(person.number(), "form");
    care = draw.uniform();
    birthCare = draw.uniform();
  }

  String title() {
    return person.birthName().gender().equals("f") ? "Ms" : "Mr";
  }

  String firstName(Name name) {
    if (care < .04) {
      return name.first().toUpperCase(Locale.ROOT);
    }
    return care < .08 ? " " + name.first() : name.first();
  }

  String lastName(Name name) {
    if (care < .04) {
      return name.last().toUpperCase(Locale.ROOT);
    }
    boolean spelledOut = care < .16;
    return spelledOut ? name.last().replace("ü", "ue").replace("ß", "ss") : name.last();
  }

  /** National style; some leave it out. */
  String phone() {
    var phone = person.contact().phone();
    if (care > .72) {
      return "";
    }
    if (phone.startsWith("+1")) {
      return "(%s) %s-%s"
          .formatted(phone.substring(2, 5), phone.substring(5, 8), phone.substring(8));
    }
    return "0" + phone.substring(3, 5) + " " + phone.substring(5);
  }

  /** Day and month first; some are left out, some are the till's default, some are swapped. */
  String birthDate() {
    var born = person.bornOn();
    if (birthCare < .18) {
      return "";
    }
    if (birthCare < .20) {
      return "01/01/1900";
    }
    boolean swapped = birthCare < .23 && born.getDayOfMonth() <= 12;
    return swapped
        ? "%02d/%02d/%d".formatted(born.getMonthValue(), born.getDayOfMonth(), born.getYear())
        : Stamp.european(born);
  }

  /** The scheme's household number, where the household asked for a shared balance. */
  String household() {
    boolean shared = Draw.of(person.household(), "balance").chance(.5);
    return shared ? "H" + (100_000 + person.household()) : "";
  }
}
