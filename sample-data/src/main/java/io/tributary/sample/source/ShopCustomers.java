package io.tributary.sample.source;

import io.tributary.sample.landing.Delivery;
import io.tributary.sample.landing.ExportFile;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Json;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.world.Account;
import io.tributary.sample.world.Brand;
import io.tributary.sample.world.Family;
import io.tributary.sample.world.Person;
import io.tributary.sample.world.Residence;
import io.tributary.sample.world.ShopOrder;
import java.time.LocalDateTime;
import java.util.stream.Stream;

/**
 * Web shop customers as a bulk export gives them: one a line, each time anything about them or
 * their orders changed. Whoever shops with two brands is two customers.
 */
public final class ShopCustomers implements Source {
  private static final double VERIFIED_SHARE = .85;

  @Override
  public void open(Shipment shipment) {
    for (var brand : Brand.values()) {
      file(brand, shipment);
    }
  }

  private static ExportFile file(Brand brand, Shipment shipment) {
    return shipment.landing("shop_customers", brand.slug() + ".jsonl.gz", Frame.LINES);
  }

  @Override
  public void add(Family family, Shipment shipment) {
    var delivery = shipment.delivery();
    for (var account : family.accounts()) {
      delivery
          .latest(changes(account))
          .ifPresent(
              updatedAt ->
                  file(account.brand(), shipment)
                      .add(
                          account.createdAt() + " " + account.id(),
                          record(account, updatedAt, delivery) + "\n"));
    }
  }

  private static Stream<LocalDateTime> changes(Account account) {
    var holder = account.holder();
    var moves = holder.residence().move().map(Residence.Move::on).stream();
    var marriages = holder.marriage().map(Person.Marriage::on).stream();
    var entered =
        Stream.concat(moves, marriages)
            .map(day -> day.atTime(19, 30))
            .filter(at -> at.isAfter(account.createdAt()));
    var orders = account.orders().stream().map(ShopOrder::at);
    return Stream.of(Stream.of(account.createdAt()), orders, entered).flatMap(times -> times);
  }

  private static Json record(Account account, LocalDateTime updatedAt, Delivery delivery) {
    var holder = account.holder();
    var zone = account.brand().zone();
    var name = holder.name(delivery.date());
    long orders = account.orders().stream().filter(order -> delivery.knows(order.at())).count();
    boolean verified = account.id() / 10 % 100 < VERIFIED_SHARE * 100;
    return new Json()
        .with("id", account.id())
        .with("email", account.mailbox().address())
        .with("verified_email", verified)
        .with("phone", holder.number() % 3 == 0 ? holder.contact().phone() : null)
        .with("first_name", name.first())
        .with("last_name", name.last())
        .with("created_at", Stamp.withOffset(account.createdAt(), zone))
        .with("updated_at", Stamp.withOffset(updatedAt, zone))
        .with("state", verified ? "enabled" : "disabled")
        .with("orders_count", orders)
        .with("tags", orders > 10 ? "regular" : "")
        .with("default_address", address(holder, delivery))
        .with("email_marketing_consent", consent(account, holder));
  }

  private static Json address(Person holder, Delivery delivery) {
    var address = holder.residence().on(delivery.date());
    return new Json()
        .with("address1", address.street())
        .with("city", address.city())
        .with("province", address.region())
        .with("zip", address.postcode())
        .with("country_code", address.country());
  }

  private static Json consent(Account account, Person holder) {
    boolean subscribed = holder.number() % 5 < 3;
    return new Json()
        .with("state", subscribed ? "subscribed" : "not_subscribed")
        .with("opt_in_level", "single_opt_in")
        .with(
            "consent_updated_at",
            subscribed ? Stamp.withOffset(account.createdAt(), account.brand().zone()) : null);
  }
}
