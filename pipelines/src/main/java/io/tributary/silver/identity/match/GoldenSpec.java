package io.tributary.silver.identity.match;

import io.tributary.silver.ContactPoints;
import io.tributary.silver.CustomerRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whose word counts where the profiles of one person disagree.
 *
 * @param sources the sources, the most trusted first; those not named come after them
 * @param rules the rules by which a value is chosen, the most important first
 * @param fields other rules for single fields; place stands for city, region and country together,
 *     name for both names, and address for all of it
 */
public record GoldenSpec(List<String> sources, List<Rule> rules, Map<String, List<Rule>> fields) {

  /** What makes one profile better to believe than another. */
  public enum Rule {
    /** The e-mail address was proved. */
    VERIFIED,
    /** The source is more trusted. */
    SOURCE,
    /** It changed last. */
    RECENT,
    /** It says more. */
    COMPLETE
  }

  /** All of which the best is chosen; place, name and address are several fields together. */
  static final List<String> CHOSEN =
      List.of(
          CustomerRecord.BIRTH_YEAR.name(),
          CustomerRecord.GENDER.name(),
          CustomerRecord.ACCEPTS_MARKETING.name(),
          "place",
          "name",
          ContactPoints.BIRTH_DATE.name(),
          ContactPoints.EMAIL.name(),
          ContactPoints.PHONE.name(),
          "address");

  public static final GoldenSpec STANDARD = new GoldenSpec(null, null, null);

  public GoldenSpec {
    sources = sources == null ? List.of() : List.copyOf(sources);
    rules =
        rules == null
            ? List.of(Rule.VERIFIED, Rule.SOURCE, Rule.RECENT, Rule.COMPLETE)
            : List.copyOf(rules);
    fields = fields == null ? Map.of() : new LinkedHashMap<>(fields);
    fields.keySet().forEach(GoldenSpec::requireChosen);
  }

  private static void requireChosen(String name) {
    if (!CHOSEN.contains(name)) {
      throw new IllegalArgumentException(
          "golden: fields: unknown field '%s'; allowed are %s"
              .formatted(name, String.join(", ", CHOSEN)));
    }
  }

  /** The rules for a field. */
  public List<Rule> rules(String field) {
    return fields.getOrDefault(field, rules);
  }
}
