package io.tributary.sample.world;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Draws what people enter when they order on the web. */
final class Checkouts {
  private static final double[] SOURCES = {.62, .22, .13, .03};
  private static final List<String> SOURCE_NAMES = List.of("web", "ios", "android", "pos");
  private static final double ALWAYS_GUEST = .10;
  private static final double NOW_AND_THEN_GUEST = .05;
  private static final List<Name> JUNK =
      List.of(
          new Name("asdf", "asdf", "asdf", "f"),
          new Name("x", ".", "x", "f"),
          new Name("Mickey", "Mouse", "Mickey", "m"),
          new Name("n/a", "n/a", "n/a", "f"),
          new Name("test", "bitte ignorieren", "test", "m"));

  private final long seed;

  Checkouts(long seed) {
    this.seed = seed;
  }

  Checkout checkout(Person person, Brand brand, LocalDate date, Draw draw) {
    var source = SOURCE_NAMES.get(draw.weighted(SOURCES));
    boolean prefersGuest = Draw.of(seed, "guest", person.number()).chance(ALWAYS_GUEST);
    boolean guest = draw.chance(prefersGuest ? 1 : NOW_AND_THEN_GUEST);
    var name = person.name(date);
    if (guest && source.equals("web")) {
      return new Checkout(
          source, Optional.empty(), guestEmail(person, draw), typed(name, draw), false);
    }
    var mailbox = person.contact().mailbox(brand, person.number());
    var recipient = draw.chance(.06) ? name.familiar() : name;
    return new Checkout(source, Optional.of(mailbox), mailbox.address(), recipient, false);
  }

  /** What the shop's own staff enter to try the shop out. */
  static Checkout test() {
    var staff = new Name("Test", "Order", "Test", "f");
    return new Checkout("web", Optional.empty(), "qa@prism.example", staff, true);
  }

  private static String guestEmail(Person person, Draw draw) {
    var contact = person.contact();
    var main = contact.main().address();
    return switch (draw.weighted(.68, .12, .10, .10)) {
      case 1 -> contact.second().map(Mailbox::address).orElse(main);
      case 2 -> contact.office().orElse(main);
      case 3 -> Slip.inEmail(main, draw);
      default -> main;
    };
  }

  private static Name typed(Name name, Draw draw) {
    return switch (draw.weighted(.70, .14, .07, .05, .04)) {
      case 1 -> name.familiar();
      case 2 -> new Name(name.first(), Slip.in(name.last(), draw), name.nickname(), name.gender());
      case 3 -> new Name(name.first().substring(0, 1), name.last(), name.nickname(), name.gender());
      case 4 -> draw.pick(JUNK);
      default -> name;
    };
  }
}
