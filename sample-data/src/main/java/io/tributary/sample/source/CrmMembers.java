package io.tributary.sample.source;

import io.tributary.sample.landing.Csv;
import io.tributary.sample.landing.Delivery;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.world.Account;
import io.tributary.sample.world.Family;
import io.tributary.sample.world.Membership;
import io.tributary.sample.world.Person;
import io.tributary.sample.world.Residence;
import io.tributary.sample.world.Store;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.stream.Stream;

/** Members of the loyalty scheme as the CRM exports them: all at first, then those that changed. */
public final class CrmMembers implements Source {
  private static final String NAME = "members.csv.gz";
  private static final Frame FRAME =
      Frame.table(
          "loyalty_no",
          "title",
          "first_name",
          "last_name",
          "email",
          "email_verified",
          "phone",
          "birth_date",
          "gender",
          "street",
          "city",
          "postcode",
          "region",
          "country",
          "home_brand",
          "home_store",
          "signup_channel",
          "joined_on",
          "updated_at",
          "household_no",
          "shop_customer_id");

  @Override
  public void open(Shipment shipment) {
    shipment.landing("crm_members", NAME, FRAME);
  }

  @Override
  public void add(Family family, Shipment shipment) {
    for (var life : family.lives()) {
      life.ties().membership().ifPresent(membership -> add(membership, family, shipment));
    }
  }

  private static void add(Membership membership, Family family, Shipment shipment) {
    var delivery = shipment.delivery();
    var account = linkable(membership, family);
    delivery
        .latest(changes(membership, account))
        .ifPresent(
            updatedAt ->
                shipment
                    .landing("crm_members", NAME, FRAME)
                    .add(
                        membership.joinedOn() + membership.loyaltyNo(),
                        record(membership, updatedAt, account, delivery)));
  }

  /** The account the member links, which must be theirs. */
  private static Optional<Account> linkable(Membership membership, Family family) {
    return family.accounts().stream()
        .filter(account -> account.holder().equals(membership.person()))
        .filter(account -> account.brand() == membership.person().taste().favourite())
        .findFirst();
  }

  private static Optional<LocalDateTime> linkedAt(
      Membership membership, Optional<Account> account) {
    return account.flatMap(
        open ->
            membership
                .linkedOn()
                .map(day -> day.atTime(18, 0))
                .filter(at -> at.isAfter(open.createdAt())));
  }

  private static Stream<LocalDateTime> changes(Membership membership, Optional<Account> account) {
    var person = membership.person();
    var joinedAt = membership.joinedOn().atTime(12, 0);
    var moves = person.residence().move().map(Residence.Move::on).stream();
    var marriages = person.marriage().map(Person.Marriage::on).stream();
    var entered =
        Stream.concat(moves, marriages)
            .map(day -> day.atTime(20, 15))
            .filter(at -> at.isAfter(joinedAt));
    var links = linkedAt(membership, account).stream();
    return Stream.of(Stream.of(joinedAt), entered, links).flatMap(times -> times);
  }

  private static String record(
      Membership membership,
      LocalDateTime updatedAt,
      Optional<Account> account,
      Delivery delivery) {
    var person = membership.person();
    var enrolment = membership.enrolment();
    var name = person.name(delivery.date());
    var shown = enrolment.familiar() ? name.familiar() : name;
    var home = person.residence().on(delivery.date());
    var form = new MemberForm(person);
    var linked = linkedAt(membership, account).filter(delivery::knows).flatMap(at -> account);
    return Csv.line(
        membership.loyaltyNo(),
        form.title(),
        form.firstName(shown),
        form.lastName(shown),
        enrolment.email(),
        enrolment.verified(),
        form.phone(),
        form.birthDate(),
        person.birthName().gender(),
        home.street(),
        home.city(),
        home.postcode(),
        home.region(),
        home.country(),
        person.taste().favourite().title(),
        enrolment.store().map(Store::code),
        enrolment.channel(),
        membership.joinedOn(),
        Stamp.local(updatedAt),
        form.household(),
        linked.map(Account::id));
  }
}
