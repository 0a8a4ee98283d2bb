package io.tributary.silver.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.lake.Table;
import io.tributary.models.identity.compare.Kind;
import io.tributary.silver.identity.match.MatchSpec;
import io.tributary.silver.identity.match.MatchSpec.FieldSpec;
import io.tributary.silver.identity.match.MatchState;
import io.tributary.silver.identity.match.ValidationSpec;
import io.tributary.silver.identity.match.ValidationSpec.OnBreach;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights of few changes in one house, and the same in another that looks at everybody. */
class ReachedPeopleTest {
  private static final int NIGHTS = 5;
  private static final int PROFILES = 160;
  private static final int PEOPLE = 70;

  private static final List<Table> TABLES =
      Stream.of(MatchState.TABLES, Identity.TABLES, List.of(IdentityCalibrations.TABLE))
          .flatMap(List::stream)
          .toList();

  @TempDir private Path folder;
  private final SplittableRandom random = new SplittableRandom(23);
  private final Map<String, Profile> profiles = new TreeMap<>();
  private final List<String> decisions = new ArrayList<>();
  private int made;

  /** A customer: the row of the record, and that of how to reach them. */
  private record Profile(String record, String contact) {}

  @Test
  void aNightOfFewChangesEndsWhereALookAtEverybodyEnds() {
    IdentityHouse few = new IdentityHouse(folder.resolve("few"));
    IdentityHouse all = new IdentityHouse(folder.resolve("all"));
    for (int i = 0; i < PROFILES; i++) {
      insert();
    }
    for (int night = 1; night <= NIGHTS; night++) {
      if (night > 1) {
        change(night);
      }
      if (night == 3) {
        decideOfALikelyLink(few, night);
      }
      night(few, spec("nobody@shop.example"));
      // Whatever is declared otherwise makes a night look at everybody.
      night(all, spec("nobody%d@shop.example".formatted(night)));

      assertSame(few, all, TABLES, night);
    }
    assertThat(texts(few, IdentityEvents.TABLE, "event"))
        .contains("created", "merged", "split", "moved", "gone");
    assertThat(few.table(IdentityCalibrations.TABLE).filter("decisions_used > 0").count())
        .isPositive();
    assertThat(texts(few, IdentityLinks.TABLE, "method"))
        .contains("founder", "email", "loyalty", "platform", "probabilistic");
  }

  @Test
  void theSameHoldsWhereOnlyIdentifiersCount() {
    IdentityHouse few = new IdentityHouse(folder.resolve("few"));
    IdentityHouse all = new IdentityHouse(folder.resolve("all"));
    few.share(PROFILES);
    for (int i = 0; i < PROFILES; i++) {
      insert();
    }
    for (int night = 1; night <= 3; night++) {
      if (night > 1) {
        change(night);
      }
      night(few, /* spec= */ null);
      all.share(PROFILES + night);
      night(all, /* spec= */ null);

      assertSame(few, all, Identity.TABLES, night);
    }
  }

  @Test
  void whoIsNotReachedIsNotLookedAt() {
    IdentityHouse house = new IdentityHouse(folder);
    for (int i = 0; i < PROFILES; i++) {
      insert();
    }
    night(house, spec("nobody@shop.example"));
    house.alter(GoldenCustomers.TABLE, "set city = 'somewhere else'");
    insert();

    night(house, spec("nobody@shop.example"));

    var golden = house.table(GoldenCustomers.TABLE);
    assertThat(golden.filter("city = 'somewhere else'").count())
        .isBetween(golden.count() - 20, golden.count() - 1);
  }

  private static Set<String> texts(IdentityHouse house, Table table, String column) {
    return Set.copyOf(Rows.of(house.table(table).select(column).distinct()));
  }

  private static void assertSame(
      IdentityHouse few, IdentityHouse all, List<Table> tables, int night) {
    for (Table table : tables) {
      assertThat(Rows.of(few.table(table)))
          .as(table + " of night " + night)
          .isEqualTo(Rows.of(all.table(table)));
    }
  }

  private void night(IdentityHouse house, MatchSpec spec) {
    StringBuilder records =
        new StringBuilder(
            "record_key | source | account | brand | email_hash | is_email_verified | phone_hash |"
                + " loyalty_hash | platform_hashes | city\n");
    StringBuilder contacts =
        new StringBuilder("record_key | first_name | last_name | birth_date | email\n");
    profiles.forEach(
        (key, profile) -> {
          records.append(key).append(" | ").append(profile.record()).append('\n');
          contacts.append(key).append(" | ").append(profile.contact()).append('\n');
        });
    house.night(
        records.toString(),
        contacts.toString(),
        "record_key | other_record_key | decision | decided_by | probability | decided_at\n"
            + String.join("\n", decisions),
        spec);
  }

  /** Some leave, some change, some come; and somebody decides, or decides otherwise. */
  private void change(int night) {
    List<String> keys = new ArrayList<>(profiles.keySet());
    for (int i = 0; i < 4; i++) {
      profiles.remove(keys.remove(random.nextInt(keys.size())));
      profiles.put(keys.get(random.nextInt(keys.size())), profile());
      insert();
    }
    String one = keys.get(random.nextInt(keys.size()));
    String other = keys.get(random.nextInt(keys.size()));
    decide(one, other, night % 2 == 0 ? "same" : "different", night);
    if (night > 3) {
      String[] last = decisions.get(decisions.size() - 2).split(" \\| ", -1);
      decide(last[0], last[1], "undone", night);
    }
  }

  /** What reviewers say of a probability corrects all odds. */
  private void decideOfALikelyLink(IdentityHouse house, int night) {
    var link = house.table(IdentityLinks.TABLE).filter("method = 'probabilistic'").first();
    String id = link.getString(1);
    String founder =
        house
            .table(IdentityLinks.TABLE)
            .filter("method = 'founder' and master_customer_id = '%s'".formatted(id))
            .first()
            .getString(0);
    decide(founder, link.getString(0), "different", night);
  }

  private void decide(String one, String other, String verdict, int night) {
    if (!one.equals(other)) {
      String first = one.compareTo(other) < 0 ? one : other;
      String second = first.equals(one) ? other : one;
      decisions.add(
          "%s | %s | %s | ann | 0.9 | 2026-01-%02dT10:00:%02dZ"
              .formatted(first, second, verdict, night, decisions.size()));
    }
  }

  private void insert() {
    profiles.put("r%04d".formatted(made++), profile());
  }

  /** A profile of somebody: all of one person say the same of them, or nothing. */
  private Profile profile() {
    int person = random.nextInt(PEOPLE);
    String source = "s" + random.nextInt(3);
    String record =
        "%s | %s | %s | %s | %b | %s | %s | %s | %s"
            .formatted(
                source,
                source,
                random.nextInt(4) == 0 ? "-" : "B" + random.nextInt(2),
                one(3, "e" + person),
                random.nextBoolean(),
                one(2, "p" + person / 3),
                one(5, "l" + person),
                random.nextInt(4) == 0 ? "[w%d]".formatted(person) : "[]",
                one(2, "Town" + random.nextInt(5)));
    String contact =
        "Name%c%c | Family%c | 19%d-%02d-11 | %s"
            .formatted(
                (char) ('a' + person % 11),
                (char) ('a' + person % 5),
                (char) ('a' + person % 13),
                50 + person % 37,
                1 + person % 12,
                one(2, "m%d@mail.example".formatted(person)));
    return new Profile(record, contact);
  }

  /** The text, once in so many. */
  private String one(int in, String text) {
    return random.nextInt(in) == 0 ? text : "-";
  }

  private static MatchSpec spec(String blocked) {
    Map<String, FieldSpec> fields = new LinkedHashMap<>();
    fields.put("given", new FieldSpec(Kind.GIVEN_NAME, List.of("first_name"), null, null));
    fields.put("family", new FieldSpec(Kind.FAMILY_NAME, List.of("last_name"), null, null));
    fields.put("born", new FieldSpec(Kind.DATE, List.of("birth_date"), null, null));
    fields.put("mail", new FieldSpec(Kind.EMAIL, List.of("email"), null, null));
    return new MatchSpec(
        "GB",
        fields,
        List.of("family", "given + born", "mail"),
        /* settings= */ null,
        /* proven= */ null,
        Map.of("email", List.of(blocked)),
        Map.of("loyalty", 1),
        new ValidationSpec(0.0, null, OnBreach.ALERT, null, null, null, null),
        /* golden= */ null);
  }
}
