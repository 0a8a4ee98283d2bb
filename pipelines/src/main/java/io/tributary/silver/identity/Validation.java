package io.tributary.silver.identity;

import io.tributary.lake.Lake;
import io.tributary.lake.TributaryException;
import io.tributary.models.identity.evaluate.SampledShare;
import io.tributary.silver.identity.IdentityGates.Gate;
import io.tributary.silver.identity.IdentityGates.Verdict;
import io.tributary.silver.identity.match.ValidationSpec;
import io.tributary.silver.identity.match.ValidationSpec.OnBreach;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * The last look at the people of a night before anything is made of them. Too few matches raise it,
 * and so do too many: whoever merges everybody has a match rate of one.
 */
final class Validation {
  /** The largest person may grow by so many profiles whatever it had. */
  private static final long GRACE = 10;

  private static final String ALL = "all";
  private static final String BRANDS = "all brands";

  private Validation() {}

  /**
   * Writes what was found and ends the step where it is out of bounds.
   *
   * @param spec the bounds; null where nobody asked for any
   */
  static void pass(Lake lake, NightFigures figures, ValidationSpec spec) {
    List<Gate> gates = spec == null ? List.of() : gates(figures, spec);
    List<String> closing =
        gates.stream().filter(gate -> closes(gate, spec)).map(Gate::words).toList();
    if (!closing.isEmpty()) {
      throw TributaryException.gate(
          "The people of this night were not accepted: "
              + String.join("; ", closing)
              + ". Those of the last good night stand. Mend the source, or change 'validation' in"
              + " the identity file.");
    }
    gates.stream()
        .filter(gate -> gate.isBreached() || gate.isHeld())
        .forEach(gate -> lake.alert(MatchRates.TABLE.qualifiedName(), gate.words()));
    List<Row> rows = figures.rates().stream().map(MatchRates.Rate::row).toList();
    lake.overwrite(MatchRates.TABLE, lake.rows(MatchRates.TABLE, rows));
    List<Row> judged = gates.stream().map(Gate::row).toList();
    lake.overwrite(IdentityGates.TABLE, lake.rows(IdentityGates.TABLE, judged));
  }

  private static boolean closes(Gate gate, ValidationSpec spec) {
    return gate.isBreached() && spec.onBreach() != OnBreach.ALERT;
  }

  /** What is out of bounds, in words. */
  static List<String> breaches(NightFigures figures, ValidationSpec spec) {
    return gates(figures, spec).stream().filter(Gate::isBreached).map(Gate::words).toList();
  }

  /** Every rule, and what became of it. */
  static List<Gate> gates(NightFigures figures, ValidationSpec spec) {
    List<Gate> gates = new ArrayList<>();
    List<MatchRates.Rate> rates = figures.rates();
    rates.stream()
        // The enterprise stands in where no brand is named.
        .filter(rate -> rate.brand() != null || rates.size() == 1)
        .map(rate -> matched(rate, spec.floor(rate.brand())))
        .map(gate -> isHeld(gate, spec) ? gate.held() : gate)
        .forEach(gates::add);
    gates.add(largest(figures, spec));
    gates.add(growth(figures, spec));
    gates.add(moved(figures, spec));
    gates.add(precision(figures.audited(), spec.precision()));
    return gates;
  }

  private static boolean isHeld(Gate gate, ValidationSpec spec) {
    return gate.isBreached() && spec.onBreach() == OnBreach.HOLD && !gate.subject().equals(BRANDS);
  }

  private static Gate matched(MatchRates.Rate rate, double floor) {
    String subject = rate.brand() == null ? BRANDS : rate.brand();
    if (!rate.isApplicable()) {
      String words = subject + ": no two sources have profiles with an identifier";
      return new Gate("match_rate", subject, Verdict.NOT_APPLICABLE, null, floor, words);
    }
    boolean isBreached = rate.share() < floor;
    String words =
        "%s: %s of %,d profiles with an identifier are of people whom two sources know, %s %s"
            .formatted(
                subject,
                percent(rate.share()),
                rate.identified(),
                isBreached ? "less than" : "not less than",
                percent(floor));
    return new Gate("match_rate", subject, Verdict.of(isBreached), rate.share(), floor, words);
  }

  private static Gate largest(NightFigures figures, ValidationSpec spec) {
    boolean isBreached = figures.largest() > spec.largest();
    String words =
        "one person has %,d profiles, %s than %,d"
            .formatted(figures.largest(), isBreached ? "more" : "not more", spec.largest());
    return new Gate(
        "largest", ALL, Verdict.of(isBreached), (double) figures.largest(), spec.largest(), words);
  }

  private static Gate growth(NightFigures figures, ValidationSpec spec) {
    long before = figures.largestBefore();
    if (before == 0) {
      String words = "there was nobody the night before";
      return new Gate("growth", ALL, Verdict.NOT_APPLICABLE, null, spec.growth(), words);
    }
    boolean isBreached = figures.largest() > spec.growth() * before + GRACE;
    String words =
        "the largest person grew from %,d to %,d profiles, %s than %s times"
            .formatted(before, figures.largest(), isBreached ? "more" : "not more", spec.growth());
    double times = (double) figures.largest() / before;
    return new Gate("growth", ALL, Verdict.of(isBreached), times, spec.growth(), words);
  }

  private static Gate moved(NightFigures figures, ValidationSpec spec) {
    boolean isBreached = figures.moved() > spec.moved() * figures.profiles();
    String words =
        "%,d of %,d profiles passed from one person to another without a merge or a split, %s"
                .formatted(figures.moved(), figures.profiles(), isBreached ? "more" : "not more")
            + " than "
            + percent(spec.moved());
    double share = (double) figures.moved() / Math.max(1, figures.profiles());
    return new Gate("moved", ALL, Verdict.of(isBreached), share, spec.moved(), words);
  }

  /** A sample that could not pass if it was faultless says nothing yet. */
  private static Gate precision(SampledShare audited, double floor) {
    String words = "%,d of %,d audited links are right".formatted(audited.right(), audited.all());
    long least = SampledShare.least(floor);
    if (audited.all() < least) {
      words +=
          "; it takes %,d to tell, which 'tributary review export FILE --audit %d' draws"
              .formatted(least, least);
      return new Gate("precision", ALL, Verdict.NOT_APPLICABLE, null, floor, words);
    }
    double bound = audited.lowerBound();
    boolean isBreached = bound < floor;
    words +=
        ", so that with 95 %% confidence at least %s of all are, %s than %s"
            .formatted(percent(bound), isBreached ? "less" : "not less", percent(floor));
    return new Gate("precision", ALL, Verdict.of(isBreached), bound, floor, words);
  }

  private static String percent(double share) {
    return "%.1f %%".formatted(share * 100);
  }
}
