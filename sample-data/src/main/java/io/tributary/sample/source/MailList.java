package io.tributary.sample.source;

import io.tributary.sample.landing.Delivery;
import io.tributary.sample.landing.ExportFile;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.landing.Xml;
import io.tributary.sample.world.Brand;
import io.tributary.sample.world.Family;
import io.tributary.sample.world.Mailbox;
import io.tributary.sample.world.Subscription;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Each brand's mailing list, whole, once a week. */
public final class MailList implements Source {
  @Override
  public void open(Shipment shipment) {
    if (shipment.delivery().isWeekly()) {
      for (var brand : Brand.values()) {
        file(brand, shipment);
      }
    }
  }

  private static ExportFile file(Brand brand, Shipment shipment) {
    var attributes = " id=\"%s\" name=\"Prism %s\"".formatted(listId(brand), brand.title());
    return shipment.landing("mail_list", brand.slug() + ".xml.gz", Frame.xml("list", attributes));
  }

  static String listId(Brand brand) {
    return "8e423a417" + brand.number();
  }

  /** The mailing tool's id of a member: the MD5 of the address in lower case. */
  public static String memberId(Mailbox mailbox) {
    try {
      var address = mailbox.address().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(address));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void add(Family family, Shipment shipment) {
    var delivery = shipment.delivery();
    if (!delivery.isWeekly()) {
      return;
    }
    for (var place : family.subscriptions()) {
      if (delivery.knows(place.signedUpAt())) {
        file(place.brand(), shipment)
            .add(place.signedUpAt() + place.mailbox().address(), record(place, delivery));
      }
    }
  }

  private static String record(Subscription place, Delivery delivery) {
    var left = place.leftAt().filter(delivery::knows);
    var name = place.person().name(place.signedUpAt().toLocalDate());
    var country = place.person().country();
    return new Xml()
        .open("member")
        .element("id", memberId(place.mailbox()))
        .element("email_address", place.mailbox().address())
        .element("status", left.isPresent() ? "unsubscribed" : "subscribed")
        .element("timestamp_signup", Stamp.utc(place.signedUpAt()))
        .element("timestamp_opt", Stamp.utc(place.signedUpAt().plusSeconds(61)))
        .element("last_changed", Stamp.utc(left.orElse(place.signedUpAt().plusSeconds(61))))
        .open("merge_fields")
        .element("FNAME", place.person().number() % 6 == 0 ? "" : name.first())
        .element("LNAME", place.person().number() % 4 == 0 ? "" : name.last())
        .close()
        .element("language", country.equals("DE") ? "de" : "en")
        .open("location")
        .element("country_code", country)
        .close()
        .close()
        .line();
  }
}
