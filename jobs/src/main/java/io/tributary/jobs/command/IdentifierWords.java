package io.tributary.jobs.command;

import io.tributary.jobs.console.Figures;
import io.tributary.jobs.night.SourceIdentifiers.Carried;
import io.tributary.silver.identity.IdentifierAudit;
import java.util.ArrayList;
import java.util.List;

/** What stands out in the identifiers of one source, a sentence each. */
final class IdentifierWords {
  /** Below this share it is worth asking why values differ. */
  private static final double CONSISTENT = 0.9;

  private IdentifierWords() {}

  /** The sentences on some kinds of a source; none where nothing stands out. */
  static List<String> of(List<Carried> kinds) {
    List<String> words = new ArrayList<>();
    List<String> missing =
        kinds.stream().filter(kind -> !kind.isFilled()).map(IdentifierWords::one).toList();
    if (!missing.isEmpty()) {
      words.add("No profile brings %s.".formatted(alternatives(missing)));
    }
    kinds.stream().filter(Carried::isFilled).forEach(kind -> words.addAll(of(kind)));
    return words;
  }

  private static List<String> of(Carried kind) {
    List<String> words = new ArrayList<>();
    if (isUnproven(kind)) {
      words.add("No usable e-mail address is verified, so none makes profiles one person.");
    }
    long shared = kind.number(IdentifierAudit.SHARED);
    if (shared > 0) {
      words.add(
          "%s %s that more than one person carries; the most shared one has %s people."
              .formatted(
                  carriers(shared),
                  one(kind),
                  Figures.whole(kind.number(IdentifierAudit.MOST_PEOPLE))));
    }
    long unusable = kind.number(IdentifierAudit.UNUSABLE);
    if (unusable > 0) {
      words.add(
          "%s %s that stands for nobody: too many share it, or the block list names it."
              .formatted(carriers(unusable), one(kind)));
    }
    if (isInconsistent(kind)) {
      words.add(
          "Where the person has %s in another profile too, %s."
              .formatted(one(kind), agreement(kind.share(IdentifierAudit.CONSISTENCY))));
    }
    return words;
  }

  /** Whether values differ that should not; platform ids do, one for each account of a person. */
  private static boolean isInconsistent(Carried kind) {
    Double consistency = kind.share(IdentifierAudit.CONSISTENCY);
    return noun(kind) != IdentifierNoun.PLATFORM && consistency != null && consistency < CONSISTENT;
  }

  private static String agreement(double consistency) {
    return consistency == 0
        ? "no profile agrees with it; the source may write it otherwise"
        : Figures.percent(consistency) + " of the profiles agree with it";
  }

  /** Whether addresses are usable, and yet none ties profiles: only a verified one does. */
  private static boolean isUnproven(Carried kind) {
    return noun(kind) == IdentifierNoun.EMAIL
        && kind.number(IdentifierAudit.LINKING) == 0
        && kind.number(IdentifierAudit.UNUSABLE) < kind.number(IdentifierAudit.FILLED);
  }

  private static String carriers(long profiles) {
    return Figures.count(profiles, "profile") + (profiles == 1 ? " carries" : " carry");
  }

  private static String one(Carried kind) {
    return noun(kind).withArticle();
  }

  private static IdentifierNoun noun(Carried kind) {
    return IdentifierNoun.of(kind.kind());
  }

  private static String alternatives(List<String> things) {
    int last = things.size() - 1;
    return last == 0
        ? things.get(0)
        : String.join(", ", things.subList(0, last)) + " or " + things.get(last);
  }
}
