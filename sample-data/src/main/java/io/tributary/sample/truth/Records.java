package io.tributary.sample.truth;

import io.tributary.sample.landing.Csv;
import io.tributary.sample.landing.ExportFile;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.source.MailList;
import io.tributary.sample.source.Source;
import io.tributary.sample.world.Family;
import io.tributary.sample.world.Life;
import io.tributary.sample.world.ShopOrder;

/**
 * Who stands behind each native id: customers, members, list places, guest orders, and orders that
 * someone placed with another family member's account.
 */
public final class Records implements Source {
  private static final Frame FRAME = Frame.table("source", "account", "native_id", "person");

  @Override
  public void open(Shipment shipment) {
    file(shipment);
  }

  private static ExportFile file(Shipment shipment) {
    return shipment.truth("records.csv", FRAME);
  }

  /** The native id of a record and the person behind it. */
  private record Link(String source, String account, Object nativeId, long person) {
    void addTo(ExportFile file) {
      file.add(
          source + People.key(person) + account + nativeId,
          Csv.line(source, account, nativeId, person));
    }
  }

  @Override
  public void add(Family family, Shipment shipment) {
    var file = file(shipment);
    var delivery = shipment.delivery();
    for (var account : family.accounts()) {
      if (delivery.knows(account.createdAt())) {
        new Link("shop_customers", account.brand().slug(), account.id(), account.holder().number())
            .addTo(file);
      }
    }
    for (var place : family.subscriptions()) {
      if (delivery.knows(place.signedUpAt())) {
        var id = MailList.memberId(place.mailbox());
        new Link("mail_list", place.brand().slug(), id, place.mailbox().owner()).addTo(file);
      }
    }
    family.lives().forEach(life -> add(life, shipment));
  }

  private static void add(Life life, Shipment shipment) {
    var file = file(shipment);
    long person = life.person().number();
    life.ties()
        .membership()
        .filter(member -> shipment.delivery().knows(member.joinedOn()))
        .ifPresent(member -> new Link("crm_members", "", member.loyaltyNo(), person).addTo(file));
    life.orders().stream()
        .filter(order -> shipment.delivery().knows(order.at()) && tellsMoreThanItsAccount(order))
        .forEach(
            order -> new Link("shop_orders", order.brand().slug(), order.id(), person).addTo(file));
  }

  private static boolean tellsMoreThanItsAccount(ShopOrder order) {
    boolean ownAccount =
        order
            .checkout()
            .account()
            .filter(mailbox -> mailbox.owner() == order.buyer().number())
            .isPresent();
    return !ownAccount && !order.checkout().test();
  }
}
