package io.tributary.sample.consent;

import io.tributary.sample.world.Account;
import io.tributary.sample.world.Draw;
import io.tributary.sample.world.Family;
import io.tributary.sample.world.Membership;
import io.tributary.sample.world.Moment;
import io.tributary.sample.world.Scale;
import io.tributary.sample.world.Subscription;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * What families agree to: to mail when they subscribe, until they leave; to the rest by a banner in
 * the shop or a form in the store, which need not say the same.
 */
public final class Statements {
  private static final List<String> BANNER = List.of("analytics", "profiling", "ads");
  private static final String EMAIL = "email";
  private static final double AGREES = .72;
  private static final double WITHDRAWS = .12;

  private final Scale scale;

  /** The statements in a world of this scale. */
  public Statements(Scale scale) {
    this.scale = scale;
  }

  /** Everything a family states, now or later. */
  public List<Statement> of(Family family) {
    var statements = new ArrayList<Statement>();
    family.subscriptions().forEach(place -> mail(place, statements));
    family.accounts().forEach(account -> banner(account, statements));
    for (var life : family.lives()) {
      life.ties().membership().ifPresent(member -> form(member, statements));
    }
    return statements;
  }

  private static void mail(Subscription place, List<Statement> statements) {
    var subject = place.mailbox().address();
    var granted =
        new Statement(
            place.mailbox().owner(),
            place.brand(),
            EMAIL,
            subject,
            "marketing",
            "email",
            "newsletter",
            true,
            place.signedUpAt());
    statements.add(granted);
    place.leftAt().ifPresent(left -> statements.add(withdrawn(granted, left)));
  }

  private static Statement withdrawn(Statement before, LocalDateTime at) {
    return new Statement(
        before.person(),
        before.brand(),
        before.subjectType(),
        before.subject(),
        before.purpose(),
        before.channel(),
        before.source(),
        false,
        at);
  }

  private void banner(Account account, List<Statement> statements) {
    var draw = Draw.of(scale.seed(), "banner", account.holder().number(), account.id());
    var at = Moment.utc(account.createdAt(), account.brand().zone()).minusSeconds(40);
    boolean all = draw.chance(AGREES);
    for (var purpose : BANNER) {
      var said =
          new Statement(
              account.holder().number(),
              account.brand(),
              EMAIL,
              account.mailbox().address(),
              purpose,
              "web",
              "cookie_banner",
              all || draw.chance(.1),
              at);
      statements.add(said);
      if (said.granted() && draw.chance(WITHDRAWS)) {
        statements.add(withdrawn(said, at.plusDays(draw.between(3, 500))));
      }
    }
  }

  private void form(Membership member, List<Statement> statements) {
    var person = member.person();
    var draw = Draw.of(scale.seed(), "form consent", person.number());
    var at = member.joinedOn().atTime(16, draw.between(0, 59));
    var brand = person.taste().favourite();
    for (var channel : List.of("email", "sms", "post")) {
      double chance = channel.equals("sms") ? .3 : .6;
      statements.add(
          new Statement(
              person.number(),
              brand,
              "loyalty_no",
              member.loyaltyNo(),
              "marketing",
              channel,
              "membership_form",
              draw.chance(chance),
              at));
    }
  }
}
