package io.tributary.jobs.command;

import io.tributary.bronze.Records;
import io.tributary.jobs.night.Dossier;
import io.tributary.jobs.night.Dossier.Decided;
import io.tributary.silver.identity.IdentityLinks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** What besides their likeness makes two profiles one person, or keeps them apart. */
final class PairGrounds {
  private final Dossier dossier;
  private final String one;
  private final String other;
  private final String id;
  private final String otherId;

  PairGrounds(Dossier dossier, String one, String other) {
    this.dossier = dossier;
    this.one = one;
    this.other = other;
    Map<String, String> ids =
        dossier.links(Records.RECORD_KEY.col().isin(one, other)).stream()
            .collect(
                Collectors.toMap(
                    link -> text(link, Records.RECORD_KEY.name()),
                    link -> text(link, IdentityLinks.MASTER_CUSTOMER_ID.name())));
    id = ids.get(one);
    otherId = ids.get(other);
  }

  /**
   * The grounds, a sentence each, and at last what the two are.
   *
   * @param isLikely whether the two alone are alike enough to be joined
   */
  List<String> words(boolean isLikely) {
    List<String> words = new ArrayList<>();
    Map<String, List<String>> proven = dossier.proven(List.of(one, other));
    List<String> shared = new ArrayList<>(proven.getOrDefault(one, List.of()));
    shared.retainAll(proven.getOrDefault(other, List.of()));
    shared.forEach(
        value -> words.add("Both carry the same proven " + value.split(":", 2)[0] + "."));
    boolean isExplained = isLikely || !shared.isEmpty();
    words.addAll(id.equals(otherId) ? together(isExplained) : apart(isLikely, !shared.isEmpty()));
    return words;
  }

  private List<String> together(boolean isExplained) {
    List<String> words = new ArrayList<>(said(List.of(one), List.of(other)));
    List<String> keys = profiles(id);
    if (words.isEmpty() && !isExplained) {
      words.addAll(said(keys, keys));
      if (keys.size() > 2) {
        words.add(
            "Other profiles of the person join them: 'tributary explain %s' tells what ties each."
                .formatted(id));
      }
    }
    words.add("They are one person, " + id + ".");
    return words;
  }

  private List<String> apart(boolean isLikely, boolean isShared) {
    List<String> keys = profiles(id);
    List<String> others = profiles(otherId);
    List<String> words = new ArrayList<>(said(keys, others));
    List<String> all = new ArrayList<>(keys);
    all.addAll(others);
    dossier.tooMany(all).forEach((kind, values) -> words.add(tooMany(kind, values)));
    if (words.isEmpty() && isShared) {
      words.add("What else is known of them speaks against what they share; see review_queue.");
    } else if (words.isEmpty() && isLikely) {
      words.add(asGroups());
    }
    words.add("They are two people: " + id + " and " + otherId + ".");
    return words;
  }

  private List<String> profiles(String masterId) {
    return dossier.links(IdentityLinks.MASTER_CUSTOMER_ID.col().equalTo(masterId)).stream()
        .map(link -> text(link, Records.RECORD_KEY.name()))
        .toList();
  }

  private List<String> said(List<String> some, List<String> others) {
    return dossier.decisions(some, others).stream().map(this::said).toList();
  }

  private String said(Decided decided) {
    boolean isOfThese = List.of(decided.one(), decided.other()).containsAll(List.of(one, other));
    return "%s decided on %s that %s are %s%s%s."
        .formatted(
            decided.by(),
            decided.on(),
            isOfThese ? "they" : decided.one() + " and " + decided.other(),
            decided.isSame() ? "one person" : "two people",
            decided.note() == null ? "" : " (" + decided.note() + ")",
            decided.isSame() == id.equals(otherId)
                ? ""
                : ", which the next night obeys unless other decisions contradict it");
  }

  private String tooMany(String kind, long values) {
    return "Together they have %d different identifiers of the kind '%s'; by 'limits' of the identity"
            .formatted(values, kind)
        + " file nobody has more than "
        + dossier.spec().limits().get(kind)
        + ".";
  }

  private String asGroups() {
    return dossier
        .groups(one, other)
        .map(
            groups ->
                "But profiles are joined in groups, and the %d of these two people make a probability"
                        .formatted(groups.records())
                    + (groups.probability() == null
                        ? " below 0.5."
                        : String.format(Locale.ROOT, " of %.4f.", groups.probability())))
        .orElse(
            "The night did not compare them: no rule brought them together, or too many profiles"
                + " hang together with them.");
  }

  private static String text(Row link, String field) {
    return link.getString(link.fieldIndex(field));
  }
}
