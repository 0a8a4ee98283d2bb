package io.tributary.sample.source.mail;

import io.tributary.sample.landing.Delivery;
import io.tributary.sample.landing.ExportFile;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Json;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.source.Source;
import io.tributary.sample.source.Stamp;
import io.tributary.sample.world.Account;
import io.tributary.sample.world.Brand;
import io.tributary.sample.world.Draw;
import io.tributary.sample.world.Family;
import io.tributary.sample.world.Moment;
import io.tributary.sample.world.ShopOrder;
import io.tributary.sample.world.Subscription;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Beauty's profiles in Klaviyo, as its JSON:API gives them, again whenever they changed. */
public final class KlaviyoProfiles implements Source {
  static final Brand BRAND = Brand.BEAUTY;

  @Override
  public void open(Shipment shipment) {
    file(shipment);
  }

  private static ExportFile file(Shipment shipment) {
    return shipment.landing("klaviyo_profiles", BRAND.slug() + ".json.gz", Frame.document("data"));
  }

  /** The id of a profile. */
  static String id(Account account) {
    long bits = Draw.of(account.id(), "klaviyo").bits();
    return "01" + Long.toString(bits >>> 1, 32).toUpperCase(Locale.ROOT);
  }

  @Override
  public void add(Family family, Shipment shipment) {
    for (var account : family.accounts()) {
      if (account.brand() == BRAND) {
        var place =
            family.subscriptions().stream()
                .filter(taken -> taken.brand() == BRAND)
                .filter(taken -> taken.mailbox().equals(account.mailbox()))
                .findFirst();
        shipment
            .delivery()
            .latest(changes(account, place.stream()))
            .ifPresent(
                updatedAt -> {
                  var marketing = marketing(place.stream(), shipment.delivery());
                  var json = record(account, updatedAt, marketing);
                  file(shipment).add(account.createdAt() + id(account), json.toString());
                });
      }
    }
  }

  private static Stream<LocalDateTime> changes(Account account, Stream<Subscription> place) {
    var mail =
        place.flatMap(
            taken -> Stream.concat(Stream.of(taken.signedUpAt()), taken.leftAt().stream()));
    var created = Moment.utc(account.createdAt(), BRAND.zone());
    var orders =
        account.orders().stream().map(ShopOrder::at).map(at -> Moment.utc(at, BRAND.zone()));
    return Stream.of(Stream.of(created), orders, mail).flatMap(times -> times);
  }

  private static Json marketing(Stream<Subscription> places, Delivery delivery) {
    var place = places.filter(taken -> delivery.knows(taken.signedUpAt())).findFirst();
    var left = place.flatMap(Subscription::leftAt).filter(delivery::knows);
    var consent =
        left.isPresent() ? "UNSUBSCRIBED" : place.isPresent() ? "SUBSCRIBED" : "NEVER_SUBSCRIBED";
    return new Json()
        .with("can_receive_email_marketing", place.isPresent() && left.isEmpty())
        .with("consent", consent)
        .with(
            "consent_timestamp",
            left.or(() -> place.map(Subscription::signedUpAt)).map(Stamp::utc).orElse(null));
  }

  private static Json record(Account account, LocalDateTime updatedAt, Json marketing) {
    var holder = account.holder();
    var name = holder.name(updatedAt.toLocalDate());
    var home = holder.residence().on(updatedAt.toLocalDate());
    var attributes =
        new Json()
            .with("email", account.mailbox().address())
            .with("phone_number", holder.number() % 3 == 0 ? holder.contact().phone() : null)
            .with("external_id", "" + account.id())
            .with("first_name", name.first())
            .with("last_name", name.last())
            .with("created", Stamp.utc(Moment.utc(account.createdAt(), BRAND.zone())))
            .with("updated", Stamp.utc(updatedAt))
            .with(
                "location",
                new Json()
                    .with("city", home.city())
                    .with("region", home.region())
                    .with("country", home.country())
                    .with("zip", home.postcode())
                    .with("timezone", BRAND.zone().getId()))
            .with("properties", new Json().with("skin_type", skin(holder.number())))
            .with(
                "subscriptions", new Json().with("email", new Json().with("marketing", marketing)));
    return new Json()
        .with("type", "profile")
        .with("id", id(account))
        .with("attributes", attributes);
  }

  private static String skin(long person) {
    var types = List.of("dry", "oily", "mixed", "sensitive");
    return types.get((int) (person % types.size()));
  }
}
