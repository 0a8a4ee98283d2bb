package io.tributary.models.identity;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What must hold however people come, part, join, go and return, night after night. */
class IdHistoryTest {
  private static final int NIGHTS = 30;
  private static final int PROFILES = 12;

  /** The id of each profile. */
  private Map<String, String> links = Map.of();

  /** Where each id given out so far was founded. */
  private final Map<String, Claim.Founding> foundings = new HashMap<>();

  @RepeatedTest(200)
  void idsSurvive(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Map<String, String> persons = Map.of();
    for (int night = 1; night <= NIGHTS; night++) {
      Map<String, String> before = persons;
      Map<String, String> linksBefore = links;
      persons = random.nextInt(5) == 0 ? random(random) : moved(persons, random);
      IdAssignment assignment = IdAssignment.of(claims(persons), (key, nth) -> key + "#" + nth);
      enter(assignment, night);
      links = linked(persons, assignment);

      assertThat(Set.copyOf(links.values())).hasSameSizeAs(Set.copyOf(persons.values()));
      for (String profile : persons.keySet()) {
        if (members(persons, profile).equals(members(before, profile))) {
          assertThat(links.get(profile)).as("untouched").isEqualTo(linksBefore.get(profile));
        }
      }
      assertThat(retired(assignment)).as("retired").isEqualTo(gone(linksBefore, persons));
      assertThat(assignment.retirements())
          .allSatisfy(retired -> assertThat(links.values()).contains(retired.heir()));
    }
  }

  @RepeatedTest(50)
  void aMergeThatIsUndoneGivesBothTheirIds(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Map<String, String> apart = random(random);
    IdAssignment first = IdAssignment.of(claims(apart), (key, nth) -> key + "#" + nth);
    enter(first, 1);
    links = linked(apart, first);
    Map<String, String> former = links;

    for (Map<String, String> persons : List.of(allOne(apart), apart)) {
      IdAssignment next = IdAssignment.of(claims(persons), (key, nth) -> key + "#" + nth);
      enter(next, 2);
      links = linked(persons, next);
    }

    assertThat(links).isEqualTo(former);
  }

  private static Map<String, String> random(Random random) {
    int people = 1 + random.nextInt(PROFILES);
    Map<Integer, Set<String>> groups = new HashMap<>();
    for (int profile = 0; profile < PROFILES; profile++) {
      if (random.nextInt(6) > 0) {
        groups
            .computeIfAbsent(random.nextInt(people), group -> new HashSet<>())
            .add("p" + (char) ('a' + profile));
      }
    }
    return named(groups.values());
  }

  /** A profile goes, comes or moves from one person to another. */
  private static Map<String, String> moved(Map<String, String> persons, Random random) {
    Map<String, Set<String>> groups = new HashMap<>();
    persons.forEach(
        (profile, person) -> groups.computeIfAbsent(person, key -> new HashSet<>()).add(profile));
    String profile = "p" + (char) ('a' + random.nextInt(PROFILES));
    groups.values().forEach(group -> group.remove(profile));
    List<String> others = List.copyOf(new TreeMap<>(groups).keySet());
    int target = random.nextInt(others.size() + 2);
    if (target < others.size()) {
      groups.get(others.get(target)).add(profile);
    } else if (target == others.size()) {
      groups.put("alone", new HashSet<>(Set.of(profile)));
    }
    return named(groups.values());
  }

  private static Map<String, String> allOne(Map<String, String> persons) {
    return named(List.of(persons.keySet()));
  }

  private static Map<String, String> named(Iterable<Set<String>> groups) {
    Map<String, String> persons = new TreeMap<>();
    for (Set<String> group : groups) {
      group.forEach(profile -> persons.put(profile, group.stream().sorted().findFirst().get()));
    }
    return persons;
  }

  /** Every claim of everybody, the plain ones too. */
  private List<Claim> claims(Map<String, String> persons) {
    List<Claim> claims = new ArrayList<>();
    for (String person : Set.copyOf(persons.values())) {
      Map<String, Long> overlaps =
          persons.keySet().stream()
              .filter(profile -> persons.get(profile).equals(person))
              .map(links::get)
              .filter(Objects::nonNull)
              .collect(groupingBy(id -> id, counting()));
      Stream<String> founded =
          foundings.keySet().stream()
              .filter(id -> person.equals(persons.get(foundings.get(id).recordKey())));
      Stream.concat(overlaps.keySet().stream(), founded)
          .distinct()
          .forEach(id -> claims.add(claim(persons, person, id, overlaps.getOrDefault(id, 0L))));
    }
    return claims;
  }

  private Claim claim(Map<String, String> persons, String person, String id, long overlap) {
    Claim.Founding founding = foundings.get(id);
    boolean isHere = person.equals(persons.get(founding.recordKey()));
    boolean isHeld = persons.keySet().stream().anyMatch(profile -> id.equals(links.get(profile)));
    return new Claim(person, id, overlap, isHere ? founding : null, isHeld);
  }

  private void enter(IdAssignment assignment, long night) {
    assignment
        .persons()
        .forEach(
            (person, given) -> {
              switch (given.change()) {
                case CREATED, SPLIT ->
                    assertThat(foundings.put(given.masterId(), new Claim.Founding(person, night)))
                        .as("an id is founded once")
                        .isNull();
                case KEPT, REVIVED -> assertThat(foundings).containsKey(given.masterId());
              }
            });
  }

  /** People without any claim are new and get the first id of their smallest key. */
  private Map<String, String> linked(Map<String, String> persons, IdAssignment assignment) {
    return persons.entrySet().stream()
        .collect(toMap(Map.Entry::getKey, link -> id(link.getValue(), assignment)));
  }

  private String id(String person, IdAssignment assignment) {
    IdAssignment.Given given = assignment.persons().get(person);
    if (given != null) {
      return given.masterId();
    }
    foundings.putIfAbsent(person + "#0", new Claim.Founding(person, 0));
    return person + "#0";
  }

  private static Set<String> members(Map<String, String> persons, String profile) {
    String person = persons.get(profile);
    return persons.keySet().stream()
        .filter(other -> person != null && person.equals(persons.get(other)))
        .collect(toSet());
  }

  /** The ids that some of today's profiles had and none has now. */
  private Set<String> gone(Map<String, String> linksBefore, Map<String, String> persons) {
    Set<String> gone = new HashSet<>();
    persons.keySet().stream().map(linksBefore::get).filter(Objects::nonNull).forEach(gone::add);
    gone.removeAll(Set.copyOf(links.values()));
    return gone;
  }

  private static Set<String> retired(IdAssignment assignment) {
    return assignment.retirements().stream()
        .map(IdAssignment.Retirement::masterId)
        .collect(toSet());
  }
}
