package io.tributary.models.identity;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Gives each person the id most of their profiles had, so that ids survive whatever happens to the
 * profiles: an id and a person have at most one partner, a part that is left over takes up an id it
 * founded and that nobody holds, and only then is a new one made.
 *
 * @param persons what became of each person, by their smallest record key
 * @param retirements the ids that no person holds any more though their profiles live on
 */
public record IdAssignment(Map<String, Given> persons, List<Retirement> retirements) {

  /** How a person came by an id. */
  public enum Change {
    KEPT,
    CREATED,
    SPLIT,
    REVIVED
  }

  /**
   * The id of a person.
   *
   * @param origin the id that most of the profiles had and another person keeps; null when none
   * @param profiles how many of the person's profiles had the kept id or the origin
   */
  public record Given(String masterId, Change change, String origin, long profiles) {}

  /** An id that passes to its heir, who has so many of its profiles. */
  public record Retirement(String masterId, String heir, long profiles) {}

  /** Makes the id of the nth person, counted from 0, that a profile founds. */
  @FunctionalInterface
  public interface Naming {
    String masterId(String recordKey, long generation);
  }

  /**
   * The most profiles first; of equals the person whose profile founded the id, and of their ids
   * the oldest.
   */
  private static final Comparator<Claim> STRONGEST =
      comparingLong(Claim::profiles)
          .reversed()
          .thenComparing(Claim::isFoundedHere, Comparator.reverseOrder())
          .thenComparingLong(Claim::since)
          .thenComparing(Claim::masterId)
          .thenComparing(Claim::person);

  private static final Comparator<Claim> OLDEST =
      comparing((Claim claim) -> claim.founding().recordKey())
          .thenComparing(claim -> claim.founding().run());

  /** Settles claims that compete; the order in which they come does not matter. */
  public static IdAssignment of(List<Claim> claims, Naming naming) {
    List<Claim> overlaps = claims.stream().filter(Claim::isOverlap).sorted(STRONGEST).toList();
    Map<String, Given> given = keep(overlaps);
    Map<String, String> heldBy = new LinkedHashMap<>();
    given.forEach((person, kept) -> heldBy.put(kept.masterId(), person));
    new TreeMap<>(claims.stream().collect(groupingBy(Claim::person)))
        .forEach((person, own) -> given.computeIfAbsent(person, key -> leftOver(key, own, naming)));
    return new IdAssignment(given, retirements(overlaps, heldBy, given));
  }

  private static Map<String, Given> keep(List<Claim> overlaps) {
    Map<String, Given> given = new TreeMap<>();
    Map<String, Claim> taken = new LinkedHashMap<>();
    for (Claim claim : overlaps) {
      if (!given.containsKey(claim.person())
          && taken.putIfAbsent(claim.masterId(), claim) == null) {
        given.put(claim.person(), new Given(claim.masterId(), Change.KEPT, null, claim.profiles()));
      }
    }
    return given;
  }

  private static Given leftOver(String person, List<Claim> own, Naming naming) {
    Claim strongest = own.stream().filter(Claim::isOverlap).min(STRONGEST).orElse(null);
    String origin = strongest == null ? null : strongest.masterId();
    long profiles = strongest == null ? 0 : strongest.profiles();
    List<Claim> founded = own.stream().filter(Claim::isFoundedHere).sorted(OLDEST).toList();
    Optional<Claim> free = founded.stream().filter(claim -> !claim.isHeld()).findFirst();
    if (free.isPresent()) {
      return new Given(free.get().masterId(), Change.REVIVED, origin, profiles);
    }
    Change change = origin == null ? Change.CREATED : Change.SPLIT;
    return new Given(
        naming.masterId(person, generation(person, founded)), change, origin, profiles);
  }

  private static long generation(String person, List<Claim> founded) {
    return founded.stream().filter(claim -> claim.founding().recordKey().equals(person)).count();
  }

  private static List<Retirement> retirements(
      List<Claim> overlaps, Map<String, String> heldBy, Map<String, Given> given) {
    Map<String, Retirement> retired = new LinkedHashMap<>();
    for (Claim claim : overlaps) {
      if (!heldBy.containsKey(claim.masterId())) {
        String heir = given.get(claim.person()).masterId();
        retired.putIfAbsent(
            claim.masterId(), new Retirement(claim.masterId(), heir, claim.profiles()));
      }
    }
    return new ArrayList<>(retired.values());
  }
}
