package io.tributary.sample.world;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the web shop accounts of a household: one for each brand and mailbox that was used. */
final class Accounts {
  private record Key(Brand brand, Mailbox mailbox) {}

  private record Use(LocalDateTime openedAt, List<ShopOrder> orders) {}

  private Accounts() {}

  static List<Account> of(List<Life> lives) {
    Map<Key, List<Use>> uses = new LinkedHashMap<>();
    for (var life : lives) {
      life.ties()
          .signUp()
          .ifPresent(
              signUp ->
                  uses.computeIfAbsent(
                          new Key(signUp.brand(), signUp.mailbox()), key -> new ArrayList<>())
                      .add(new Use(signUp.at(), List.of())));
      for (var order : life.orders()) {
        order
            .checkout()
            .account()
            .ifPresent(
                mailbox ->
                    uses.computeIfAbsent(new Key(order.brand(), mailbox), key -> new ArrayList<>())
                        .add(new Use(order.at().minusSeconds(95), List.of(order))));
      }
    }
    return uses.entrySet().stream()
        .map(use -> account(use.getKey(), use.getValue(), lives))
        .toList();
  }

  private static Account account(Key key, List<Use> uses, List<Life> lives) {
    var openedAt = uses.stream().map(Use::openedAt).min(Comparator.naturalOrder()).orElseThrow();
    var orders =
        uses.stream()
            .flatMap(use -> use.orders().stream())
            .sorted(Comparator.comparing(ShopOrder::at))
            .toList();
    var holder =
        lives.stream()
            .map(Life::person)
            .filter(person -> person.number() == key.mailbox().owner())
            .findFirst()
            .orElseThrow();
    return new Account(key.brand(), key.mailbox(), holder, openedAt, orders);
  }
}
