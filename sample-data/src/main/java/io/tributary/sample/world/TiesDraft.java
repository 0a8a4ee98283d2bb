package io.tributary.sample.world;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Draws what people sign up for: the loyalty scheme, mailing lists, and accounts without orders.
 */
final class TiesDraft {
  private final Scale scale;

  TiesDraft(Scale scale) {
    this.scale = scale;
  }

  Life.Ties ties(Person person) {
    var draw = Draw.of(scale.seed(), "ties", person.number());
    var membership = draw.chance(membershipShare(person)) ? membership(person, draw) : null;
    var subscriptions = subscriptions(person, draw);
    boolean otherwiseUnseen = membership == null && subscriptions.isEmpty();
    boolean signsUp = draw.chance(.5) || otherwiseUnseen;
    var signUp = !person.buys() && signsUp ? signUp(person, draw) : null;
    return new Life.Ties(
        Optional.ofNullable(membership), Optional.ofNullable(signUp), subscriptions);
  }

  private static double membershipShare(Person person) {
    double share = person.taste().store().isPresent() ? .62 : .25;
    return person.buys() ? share : share / 3;
  }

  private Membership membership(Person person, Draw draw) {
    LocalDate joinedOn = scale.date(person.habit().firstDay() + draw.between(0, 90));
    var linkedOn =
        draw.chance(.35)
            ? Optional.of(joinedOn.plusDays(draw.between(0, 200)))
            : Optional.<LocalDate>empty();
    return new Membership(person, joinedOn, enrolment(person, draw), linkedOn);
  }

  private static Membership.Enrolment enrolment(Person person, Draw draw) {
    var store = person.taste().store();
    boolean familiar = draw.chance(.14);
    var channel =
        switch (draw.weighted(store.isPresent() ? .6 : 0, .25, .15)) {
          case 0 -> draw.chance(.45) ? "store_tablet" : "till";
          case 1 -> "web";
          default -> "app";
        };
    var contact = person.contact();
    var main = contact.main().address();
    if (channel.equals("store_tablet") && draw.chance(.4)) {
      var tablet = "tablet." + store.orElseThrow().slug() + "@prism.example";
      return new Membership.Enrolment(channel, store, tablet, false, familiar);
    }
    return switch (draw.weighted(.70, .12, .08, .10)) {
      case 1 -> {
        var other = contact.second().map(Mailbox::address).orElse(main);
        yield new Membership.Enrolment(channel, store, other, true, familiar);
      }
      case 2 -> {
        var office = contact.office().orElse("");
        yield new Membership.Enrolment(channel, store, office, false, familiar);
      }
      case 3 -> {
        var slipped = Slip.inEmail(main, draw);
        yield new Membership.Enrolment(channel, store, slipped, false, familiar);
      }
      default -> new Membership.Enrolment(channel, store, main, draw.chance(.85), familiar);
    };
  }

  private SignUp signUp(Person person, Draw draw) {
    var brand = person.taste().favourite();
    var at = Clock.web(scale.date(person.habit().firstDay()), draw);
    return new SignUp(brand, person.contact().mailbox(brand, person.number()), at);
  }

  private List<Subscription> subscriptions(Person person, Draw draw) {
    var subscriptions = new ArrayList<Subscription>();
    for (var brand : Brand.values()) {
      boolean favourite = brand == person.taste().favourite();
      boolean known = person.taste().affinity().get(brand) > 0;
      if (draw.chance(favourite ? .55 : known ? .15 : 0)) {
        subscriptions.add(subscription(person, brand, draw));
      }
    }
    return subscriptions;
  }

  private Subscription subscription(Person person, Brand brand, Draw draw) {
    int day = Math.max(0, person.habit().firstDay() + draw.between(-10, 60));
    LocalDateTime signedUpAt = Clock.web(scale.date(day), draw);
    var leftAt =
        draw.chance(.18)
            ? Optional.of(signedUpAt.plusDays(draw.between(20, 700)))
            : Optional.<LocalDateTime>empty();
    var mailbox = person.contact().mailbox(brand, person.number());
    return new Subscription(person, brand, mailbox, signedUpAt, leftAt);
  }
}
