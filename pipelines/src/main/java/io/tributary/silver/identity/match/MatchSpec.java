package io.tributary.silver.identity.match;

import io.tributary.models.identity.Hash;
import io.tributary.models.identity.blocking.Blocking;
import io.tributary.models.identity.blocking.Rule;
import io.tributary.models.identity.compare.Comparison;
import io.tributary.models.identity.compare.Country;
import io.tributary.models.identity.compare.Kind;
import io.tributary.models.identity.linkage.Schema;
import io.tributary.models.identity.resolution.Settings;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What an operator declares of records that are people, or like people.
 *
 * @param country where numbers and dates were written that do not say so, as in ISO 3166
 * @param fields the fields in which records are compared, by name
 * @param blocking the rules that bring records together; chosen from the data when there are none
 * @param settings numbers that differ from the standard
 * @param proven by kind, email or phone, the sources whose values are proven to be the customer's
 *     own, so that equal ones make one person
 * @param blockList values by kind of identifier that stand for nobody, such as an info@ address
 * @param limits by kind of identifier, how many different ones nobody has more of
 * @param validation what must hold of the people found
 * @param golden whose word counts where profiles of one person disagree
 */
public record MatchSpec(
    String country,
    Map<String, FieldSpec> fields,
    List<String> blocking,
    Numbers settings,
    Map<String, List<String>> proven,
    Map<String, List<String>> blockList,
    Map<String, Integer> limits,
    ValidationSpec validation,
    GoldenSpec golden) {
  /** The country of numbers and dates where none is declared. */
  public static final String STANDARD_COUNTRY = "US";

  private static final double RETRAIN = 0.20;

  /** The kinds that a source may have proven; loyalty numbers and platform ids always are. */
  private static final List<String> PROVABLE = List.of("email", "phone");

  /** What is kept of what was learned; another form of it is learned anew. */
  private static final String LEARNED =
      "with records, divided blocks, relatives apart, pairs that never met and usual dates: ";

  /** A specification of what is compared, with everything else as usual. */
  public MatchSpec(
      String country, Map<String, FieldSpec> fields, List<String> blocking, Numbers settings) {
    this(country, fields, blocking, settings, null, null, null, null, null);
  }

  /**
   * A field.
   *
   * @param columns the columns that give its value together
   * @param personal whether it tells apart people who share a home; as its kind suggests if not
   *     said
   * @param contradicts whether dates a generation apart, or given names that differ wholly, part
   *     records for good; not if not said
   */
  public record FieldSpec(Kind kind, List<String> columns, Boolean personal, Boolean contradicts) {}

  /** The numbers of {@link Settings} that may be set. */
  public record Numbers(
      Double join, Double review, Double pairs, Integer block, Integer component, Double retrain) {
    public Numbers {
      double joining = share("join", join, Settings.STANDARD.join());
      double reviewing = share("review", review, Settings.STANDARD.review());
      if (reviewing > joining) {
        throw new IllegalArgumentException(
            "settings: review: found %s; allowed is no more than join, which is %s"
                .formatted(reviewing, joining));
      }
      require("pairs", pairs, 1);
      require("block", block, 1);
      require("component", component, 1);
      require("retrain", retrain, 0);
    }

    private static double share(String key, Double given, double standard) {
      double share = given == null ? standard : given;
      if (!(share > 0 && share < 1)) {
        throw new IllegalArgumentException(
            "settings: %s: found %s; allowed is what lies between 0 and 1, 0.82 for 82 %%"
                .formatted(key, share));
      }
      return share;
    }

    private static void require(String key, Number given, int least) {
      if (given != null && !(given.doubleValue() >= least)) {
        throw new IllegalArgumentException(
            "settings: %s: found %s; allowed are %d and more".formatted(key, given, least));
      }
    }
  }

  public MatchSpec {
    if (fields == null || fields.isEmpty()) {
      throw new IllegalArgumentException("no fields are declared to compare records in");
    }
    fields.forEach(MatchSpec::requireWhole);
    country = country == null ? STANDARD_COUNTRY : code(country);
    blocking = blocking == null ? List.of() : List.copyOf(blocking);
    proven = proven == null ? Map.of() : new TreeMap<>(proven);
    proven.forEach(MatchSpec::requireProvable);
    blockList = blockList == null ? Map.of() : new TreeMap<>(blockList);
    limits = limits == null ? Map.of() : new TreeMap<>(limits);
    validation = validation == null ? ValidationSpec.STANDARD : validation;
    golden = golden == null ? GoldenSpec.STANDARD : golden;
    requireRules(blocking, schema(country, fields));
  }

  private static String code(String country) {
    return Country.code(country)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "country: found '%s', which is none; give its code, as US or DE"
                        .formatted(country)));
  }

  private static void requireProvable(String kind, List<String> sources) {
    if (!PROVABLE.contains(kind) || sources == null || sources.stream().anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException(
          "proven: found %s: %s; allowed are sources by kind, as in %s: [crm_members]"
              .formatted(kind, sources, String.join(" or ", PROVABLE)));
    }
  }

  private static void requireWhole(String name, FieldSpec field) {
    if (field == null || field.kind() == null) {
      throw new IllegalArgumentException(
          "fields: %s: kind: is missing; one of %s"
              .formatted(name, List.of(Kind.values()).toString().toLowerCase(Locale.ROOT)));
    }
    List<String> columns = field.columns();
    if (columns == null || columns.isEmpty() || columns.stream().anyMatch(Objects::isNull)) {
      throw new IllegalArgumentException(
          "fields: %s: columns: found none; name those that give its value".formatted(name));
    }
  }

  private static void requireRules(List<String> blocking, Schema schema) {
    try {
      new Blocking(schema, rules(blocking, schema)).rules();
    } catch (IllegalArgumentException fault) {
      throw new IllegalArgumentException("blocking: " + fault.getMessage(), fault);
    }
  }

  /** The declared fields, each as it is compared. */
  public Schema schema() {
    return schema(country, fields);
  }

  private static Schema schema(String country, Map<String, FieldSpec> fields) {
    List<Schema.Column> columns = new ArrayList<>();
    fields.forEach((name, field) -> columns.addAll(columns(country, name, field)));
    return new Schema(columns);
  }

  private static List<Schema.Column> columns(String country, String name, FieldSpec field) {
    List<Comparison> comparisons = field.kind().comparisons(country);
    List<Schema.Column> columns = new ArrayList<>();
    for (Comparison comparison : comparisons) {
      boolean isPart = comparisons.size() > 1;
      String part = columns.isEmpty() ? "_given" : "_family";
      columns.add(
          new Schema.Column(
              isPart ? name + part : name,
              field.columns(),
              comparison,
              field.personal() == null ? comparison.isPersonal() : field.personal(),
              Boolean.TRUE.equals(field.contradicts())));
    }
    return columns;
  }

  /** The declared rules. */
  public List<Rule> rules() {
    return rules(blocking, schema());
  }

  private static List<Rule> rules(List<String> blocking, Schema schema) {
    return blocking.stream().map(rule -> Rule.parse(rule, schema)).toList();
  }

  /** By which share records may grow before it is learned anew how they compare. */
  public double retrain() {
    return settings == null || settings.retrain() == null ? RETRAIN : settings.retrain();
  }

  /** A digest of all that what is learned depends on, besides the records. */
  public String fingerprint() {
    List<List<String>> levels =
        schema().columns().stream().map(column -> column.comparison().levels()).toList();
    String declared =
        LEARNED + country + fields + blocking + levels + numbers().pairs() + numbers().block();
    return HexFormat.of().toHexDigits(Hash.of(declared));
  }

  /** The standard numbers, but for those that are set. */
  public Settings numbers() {
    Settings standard = Settings.STANDARD;
    if (settings == null) {
      return standard;
    }
    return new Settings(
        settings.join() == null ? standard.join() : settings.join(),
        settings.review() == null ? standard.review() : settings.review(),
        standard.look(),
        settings.pairs() == null ? standard.pairs() : settings.pairs(),
        settings.block() == null ? standard.block() : settings.block(),
        standard.reach(),
        settings.component() == null ? standard.component() : settings.component());
  }
}
