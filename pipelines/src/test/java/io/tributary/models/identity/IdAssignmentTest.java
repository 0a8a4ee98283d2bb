package io.tributary.models.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** People are named by lower-case keys, ids by the key and generation they were made of. */
class IdAssignmentTest {
  @Test
  void aPersonWhoseProfilesHadTwoIdsKeepsThatOfTheMost() {
    var result = settle(overlap("a", "a#0", 1, "a"), overlap("a", "b#0", 2, "b"));

    assertThat(result).containsExactly("a: b#0 KEPT", "a#0 -> b#0");
  }

  @Test
  void ofEqualPartsTheOldestIdIsKept() {
    Claim young = new Claim("a", "a#0", 1, new Claim.Founding("a", 200), true);
    Claim old = new Claim("a", "b#0", 1, new Claim.Founding("b", 1), true);

    assertThat(settle(young, old)).containsExactly("a: b#0 KEPT", "a#0 -> b#0");
  }

  @Test
  void anIdOfMoreProfilesIsKeptHoweverYoung() {
    Claim young = new Claim("a", "a#0", 2, new Claim.Founding("a", 200), true);
    Claim old = new Claim("a", "b#0", 1, new Claim.Founding("b", 1), true);

    assertThat(settle(young, old)).containsExactly("a: a#0 KEPT", "b#0 -> a#0");
  }

  @Test
  void ofPartsOfOnePersonTheLargestKeepsTheId() {
    var result = settle(overlap("a", "a#0", 1, "a"), overlap("b", "a#0", 3, null));

    assertThat(result).containsExactly("a: a#1 SPLIT from a#0", "b: a#0 KEPT");
  }

  @Test
  void ofEqualPartsTheOneWithTheFoundingProfileKeepsTheId() {
    var result = settle(overlap("a", "b#0", 1, null), overlap("b", "b#0", 1, "b"));

    assertThat(result).containsExactly("a: a#0 SPLIT from b#0", "b: b#0 KEPT");
  }

  @Test
  void aPartThatOnceFoundedAPersonIsThatPersonAgain() {
    var result =
        settle(
            overlap("a", "b#0", 1, null), founding("a", "a#0", "a"), overlap("b", "b#0", 1, "b"));

    assertThat(result).containsExactly("a: a#0 REVIVED from b#0", "b: b#0 KEPT");
  }

  @Test
  void theFoundingProfileNeedNotBeTheSmallestOfThePart() {
    var result =
        settle(
            overlap("a", "x#0", 2, null), founding("a", "m#0", "m"), overlap("x", "x#0", 5, "x"));

    assertThat(result).containsExactly("a: m#0 REVIVED from x#0", "x: x#0 KEPT");
  }

  @Test
  void anIdThatSomebodyHoldsIsNotTakenByWhoFoundedIt() {
    var result =
        settle(
            overlap("a", "z#0", 1, null),
            new Claim("a", "a#0", 0, new Claim.Founding("a", 1), true),
            overlap("b", "z#0", 2, null));

    assertThat(result).containsExactly("a: a#1 SPLIT from z#0", "b: z#0 KEPT");
  }

  @Test
  void somebodyGoneWhoComesBackIsThatPersonAgain() {
    assertThat(settle(founding("a", "a#0", "a"))).containsExactly("a: a#0 REVIVED");
  }

  @Test
  void whoCannotKeepTheStrongestClaimMayKeepTheNext() {
    var result =
        settle(
            overlap("a", "x#0", 5, null),
            overlap("b", "x#0", 4, null),
            overlap("b", "y#0", 3, null),
            overlap("c", "y#0", 2, null));

    assertThat(result).containsExactly("a: x#0 KEPT", "b: y#0 KEPT", "c: c#0 SPLIT from y#0");
  }

  @Test
  void anIdWithoutAPersonPassesToWhoHasMostOfItsProfiles() {
    var result =
        settle(
            overlap("a", "x#0", 9, null),
            overlap("b", "y#0", 9, null),
            overlap("a", "z#0", 1, null),
            overlap("b", "z#0", 2, null));

    assertThat(result).containsExactly("a: x#0 KEPT", "b: y#0 KEPT", "z#0 -> y#0");
  }

  @Test
  void theOrderOfClaimsDoesNotMatter() {
    List<Claim> claims =
        new ArrayList<>(
            List.of(
                overlap("a", "x#0", 2, null),
                overlap("b", "x#0", 2, null),
                overlap("b", "y#0", 2, null),
                overlap("c", "y#0", 2, null),
                overlap("c", "z#0", 2, null),
                founding("c", "c#0", "c"),
                founding("c", "d#0", "d")));
    List<String> expected = settle(claims.toArray(Claim[]::new));

    for (int seed = 0; seed < 100; seed++) {
      Collections.shuffle(claims, new Random(seed));
      assertThat(settle(claims.toArray(Claim[]::new))).isEqualTo(expected);
    }
  }

  private static Claim overlap(String person, String id, long profiles, String founder) {
    Claim.Founding founding = founder == null ? null : new Claim.Founding(founder, 1);
    return new Claim(person, id, profiles, founding, true);
  }

  private static Claim founding(String person, String id, String founder) {
    return new Claim(person, id, 0, new Claim.Founding(founder, 1), false);
  }

  private static List<String> settle(Claim... claims) {
    IdAssignment result = IdAssignment.of(List.of(claims), (key, nth) -> key + "#" + nth);
    Stream<String> persons =
        result.persons().entrySet().stream()
            .map(person -> person.getKey() + ": " + worded(person.getValue()));
    Stream<String> retired =
        result.retirements().stream().map(gone -> gone.masterId() + " -> " + gone.heir());
    return Stream.concat(persons, retired.sorted()).toList();
  }

  private static String worded(IdAssignment.Given given) {
    String text = given.masterId() + " " + given.change();
    return given.origin() == null ? text : text + " from " + given.origin();
  }
}
