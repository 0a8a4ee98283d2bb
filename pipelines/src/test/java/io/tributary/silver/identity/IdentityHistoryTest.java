package io.tributary.silver.identity;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.silver.CustomerRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * Customers who come, change and go night by night, compared with a plain search for neighbours.
 */
class IdentityHistoryTest {
  private static final int NIGHTS = 6;
  private static final int KEYS = 40;

  private final Random random = new Random(7);

  /** Each profile's loyalty number, verified address and platform id; -1 is none. */
  private final Map<String, List<Integer>> profiles = new TreeMap<>();

  @Test
  void peopleAreWhoASearchFindsAndKeepTheirIds() {
    Nights nights = new Nights();
    Map<String, String> before = Map.of();
    for (int night = 0; night < NIGHTS; night++) {
      changeSome();
      nights.then(rows());
      Map<String, String> people = nights.people();

      assertThat(groups(people)).isEqualTo(found());
      assertThat(people.keySet()).isEqualTo(profiles.keySet());
      assertKept(before, people);
      assertExplained(before, people, nights);
      before = people;
    }
    assertThat(groups(new Nights().then(rows()).people())).isEqualTo(found());
  }

  @Test
  void theOrderAndPartsOfTheRowsDoNotMatter() {
    changeSome();
    Nights nights = new Nights().then(rows());
    changeSome();
    var expected = nights.tonight(rows());

    var shuffled =
        nights.tonight(rows().orderBy(CustomerRecord.LOYALTY_HASH.col().desc()).repartition(7));

    assertThat(Rows.of(shuffled.identityLinks())).isEqualTo(Rows.of(expected.identityLinks()));
    assertThat(Rows.of(shuffled.events())).isEqualTo(Rows.of(expected.events()));
    assertThat(Rows.of(shuffled.goldenCustomers())).isEqualTo(Rows.of(expected.goldenCustomers()));
  }

  private void changeSome() {
    for (int change = 0; change < KEYS / 2; change++) {
      String key = "k%02d".formatted(random.nextInt(KEYS));
      if (random.nextInt(5) == 0) {
        profiles.remove(key);
      } else {
        profiles.put(key, List.of(number(KEYS / 2), number(KEYS / 2), number(KEYS)));
      }
    }
  }

  private int number(int bound) {
    return random.nextBoolean() ? -1 : random.nextInt(bound);
  }

  private Dataset<Row> rows() {
    var text =
        new StringBuilder(
            "record_key | account | loyalty_hash | email_hash | is_email_verified | platform_hashes\n");
    profiles.forEach(
        (key, numbers) -> {
          String loyalty = numbers.get(0) < 0 ? "-" : "l" + numbers.get(0);
          String email = numbers.get(1) < 0 ? "-" : "e" + numbers.get(1);
          String platform = numbers.get(2) < 0 ? "[]" : "[w%d]".formatted(numbers.get(2));
          // An account of its own for each keeps every value below the limit of sharing.
          text.append(String.join(" | ", key, key, loyalty, email, "true", platform)).append("\n");
        });
    return Rows.of(CustomerRecord.TABLE, text.toString());
  }

  /** The people as a search from profile to neighbouring profile finds them. */
  private Set<Set<String>> found() {
    Set<Set<String>> people = new HashSet<>();
    for (String start : profiles.keySet()) {
      Set<String> person = new TreeSet<>();
      List<String> open = new ArrayList<>(List.of(start));
      while (!open.isEmpty()) {
        String next = open.remove(0);
        if (person.add(next)) {
          profiles.keySet().stream().filter(other -> isTied(next, other)).forEach(open::add);
        }
      }
      people.add(person);
    }
    return people;
  }

  private boolean isTied(String one, String other) {
    for (int kind = 0; kind < 3; kind++) {
      int number = profiles.get(one).get(kind);
      if (number >= 0 && number == profiles.get(other).get(kind)) {
        return true;
      }
    }
    return false;
  }

  private static Set<Set<String>> groups(Map<String, String> people) {
    return new HashSet<>(byId(people).values());
  }

  private static Map<String, Set<String>> byId(Map<String, String> people) {
    return people.keySet().stream()
        .collect(
            groupingBy(people::get, HashMap::new, mapping(key -> key, toCollection(TreeSet::new))));
  }

  private static void assertKept(Map<String, String> before, Map<String, String> people) {
    Map<String, Set<String>> former = byId(before);
    Collection<Set<String>> untouched = new HashSet<>(former.values());
    untouched.retainAll(groups(people));
    former.entrySet().stream()
        .filter(person -> untouched.contains(person.getValue()))
        .forEach(
            person ->
                assertThat(person.getValue())
                    .allSatisfy(key -> assertThat(people.get(key)).isEqualTo(person.getKey())));
  }

  /**
   * Ids that appear were created, split or revived; ids whose profiles live on were merged, others
   * are gone; and each profile that is somebody else's has an event that tells from whom to whom.
   */
  private static void assertExplained(
      Map<String, String> before, Map<String, String> people, Nights nights) {
    Set<String> appeared = new TreeSet<>(people.values());
    appeared.removeAll(before.values());
    Set<String> vanished = new TreeSet<>();
    before.forEach((key, id) -> vanished.addAll(people.containsKey(key) ? Set.of(id) : Set.of()));
    vanished.removeAll(people.values());
    Set<String> gone = new TreeSet<>(before.values());
    gone.removeAll(people.values());
    gone.removeAll(vanished);

    assertThat(ids(nights, "event in ('created', 'split', 'revived')")).isEqualTo(appeared);
    assertThat(ids(nights, "event = 'merged'")).isEqualTo(vanished);
    assertThat(ids(nights, "event = 'gone'")).isEqualTo(gone);
    assertThat(ways(nights)).containsAll(changes(before, people));
    assertThat(people.values()).containsAll(heirs(nights));
  }

  /** From whom to whom profiles went. */
  private static Set<String> changes(Map<String, String> before, Map<String, String> people) {
    Set<String> changes = new TreeSet<>();
    before.forEach(
        (key, id) -> {
          if (people.containsKey(key) && !people.get(key).equals(id)) {
            changes.add(id + " to " + people.get(key));
          }
        });
    return changes;
  }

  /** The same as events tell it. */
  private static Set<String> ways(Nights nights) {
    String way =
        "if(event in ('merged', 'moved'), concat(master_customer_id, ' to ', heir_id),"
            + " concat(heir_id, ' to ', master_customer_id)) as way";
    return Set.copyOf(Rows.of(nights.events().filter("heir_id is not null").selectExpr(way)));
  }

  private static Set<String> ids(Nights nights, String condition) {
    Set<String> ids = new TreeSet<>();
    nights.events().filter(condition).select("master_customer_id").collectAsList().stream()
        .forEach(row -> ids.add(row.getString(0)));
    return ids;
  }

  private static List<String> heirs(Nights nights) {
    return nights.events().filter("event = 'merged'").select("heir_id").collectAsList().stream()
        .map(row -> row.getString(0))
        .toList();
  }
}
