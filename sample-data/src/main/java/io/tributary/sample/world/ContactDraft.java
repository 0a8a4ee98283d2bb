package io.tributary.sample.world;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Draws e-mail addresses and telephone numbers of nobody real. */
final class ContactDraft {
  private static final List<String> HOSTS =
      List.of("mail.example", "inbox.example", "post.example", "home.example", "web.example");
  private static final Pattern NO_LETTERS = Pattern.compile("[^A-Za-z]");
  private static final int COLLEAGUES = 400;

  private final Roll roll;
  private final String first;
  private final String last;

  ContactDraft(Roll roll, Name name) {
    this.roll = roll;
    first = plain(name.first());
    last = plain(name.last());
  }

  Contact contact(Draw draw, Optional<Contact> host) {
    boolean sharesFamilyMailbox = draw.chance(roll.isChild() ? .30 : .12);
    var own = mailbox(0, draw);
    var main = sharesFamilyMailbox ? host.map(Contact::main).orElse(own) : own;
    var second = draw.chance(.30) ? Optional.of(mailbox(1, draw)) : Optional.<Mailbox>empty();
    var office =
        draw.chance(.12)
            ? Optional.of("info@firm%d.example".formatted(roll.person() / COLLEAGUES))
            : Optional.<String>empty();
    return new Contact(main, second, office, phone());
  }

  private Mailbox mailbox(int slot, Draw draw) {
    long digits = Scramble.of(roll.person(), 77 + slot);
    var local =
        switch (draw.between(0, 3)) {
          case 0 -> first + "." + last + digits;
          case 1 -> first.charAt(0) + last + digits;
          case 2 -> first + digits;
          default -> last + "." + first.charAt(0) + digits;
        };
    return new Mailbox(
        local + "@" + HOSTS.get(slot == 0 ? draw.between(0, 3) : 4), roll.person(), slot);
  }

  private String phone() {
    var country =
        switch (roll.city().country()) {
          case "GB" -> "+44";
          case "DE" -> "+49";
          default -> "+1";
        };
    var dial = roll.city().dial();
    return country + dial + "5%06d".formatted(Scramble.of(roll.person(), 99));
  }

  private static String plain(String name) {
    var spelled = name.replace("ß", "ss").replace("ı", "i");
    var decomposed = Normalizer.normalize(spelled, Normalizer.Form.NFD);
    return NO_LETTERS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
