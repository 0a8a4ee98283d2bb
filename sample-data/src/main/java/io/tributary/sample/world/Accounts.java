package io.tributary.sample.world;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the web shop accounts of a household: one for each brand and mailbox that was used. */
final class Accounts {
  private static final int SECONDS_TO_CHECK_OUT = 95;

  private record Key(Brand brand, Mailbox mailbox) {}

  private record Use(Key key, LocalDateTime openedAt, Optional<ShopOrder> order) {
    static Use of(SignUp signUp) {
      var key = new Key(signUp.brand(), signUp.mailbox());
      return new Use(key, signUp.at(), Optional.empty());
    }

    static Use of(ShopOrder order, Mailbox mailbox) {
      var openedAt = order.at().minusSeconds(SECONDS_TO_CHECK_OUT);
      return new Use(new Key(order.brand(), mailbox), openedAt, Optional.of(order));
    }
  }

  private Accounts() {}

  static List<Account> of(List<Life> lives) {
    var uses =
        lives.stream()
            .flatMap(Accounts::uses)
            .collect(Collectors.groupingBy(Use::key, LinkedHashMap::new, Collectors.toList()));
    return uses.values().stream().map(sameAccount -> account(sameAccount, lives)).toList();
  }

  private static Stream<Use> uses(Life life) {
    var signUps = life.ties().signUp().map(Use::of).stream();
    var orders =
        life.orders().stream()
            .flatMap(
                order ->
                    order.checkout().account().map(mailbox -> Use.of(order, mailbox)).stream());
    return Stream.concat(signUps, orders);
  }

  private static Account account(List<Use> uses, List<Life> lives) {
    var key = uses.get(0).key();
    var openedAt = uses.stream().map(Use::openedAt).min(Comparator.naturalOrder()).orElseThrow();
    var orders =
        uses.stream()
            .flatMap(use -> use.order().stream())
            .sorted(Comparator.comparing(ShopOrder::at))
            .toList();
    return new Account(key.brand(), key.mailbox(), holder(key.mailbox(), lives), openedAt, orders);
  }

  private static Person holder(Mailbox mailbox, List<Life> lives) {
    return lives.stream()
        .map(Life::person)
        .filter(person -> person.number() == mailbox.owner())
        .findFirst()
        .orElseThrow();
  }
}
