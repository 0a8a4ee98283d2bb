package io.tributary.jobs.night;

import io.tributary.bronze.Records;
import io.tributary.lake.Catalog;
import io.tributary.lake.TributaryException;
import io.tributary.lake.YamlFile;
import io.tributary.models.identity.linkage.Waterfall;
import io.tributary.models.identity.resolution.Linker;
import io.tributary.silver.identity.Identifiers;
import io.tributary.silver.identity.IdentityCalibrations;
import io.tributary.silver.identity.IdentityEvents;
import io.tributary.silver.identity.IdentityLinks;
import io.tributary.silver.identity.IdentityModels;
import io.tributary.silver.identity.ReviewDecisions;
import io.tributary.silver.identity.match.ComparedGroups;
import io.tributary.silver.identity.match.ComparedRecords;
import io.tributary.silver.identity.match.MatchSpec;
import io.tributary.silver.identity.match.MatchState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** What tells why profiles are one person or not: the kept model and the tables as published. */
public final class Dossier {
  private final Catalog catalog;
  private final MatchSpec spec;
  private final Linker linker;

  private Dossier(Workspace workspace, MatchSpec spec) {
    this.spec = spec;
    catalog = new Catalog(workspace.house(), workspace.house().session());
    Row model = IdentityModels.newest(catalog.read(IdentityModels.TABLE));
    if (model == null) {
      throw TributaryException.usage(
          "Nothing was learned of profiles yet. Run 'tributary nightly' first.");
    }
    if (!IdentityModels.isDeclaredSo(model, spec)) {
      throw TributaryException.usage(
          "%s declares the fields or the blocking otherwise than on the last night. Run"
                  .formatted(workspace.settings().identity())
              + " 'tributary nightly' first.");
    }
    Row calibration = IdentityModels.newest(catalog.read(IdentityCalibrations.TABLE));
    linker =
        IdentityModels.learned(model)
            .linker(spec.schema(), spec.numbers())
            .calibrated(IdentityCalibrations.map(calibration));
  }

  /** The dossier of a lakehouse whose nights recognise people by likeness. */
  public static Dossier of(Workspace workspace) {
    if (workspace.settings().identity() == null) {
      throw TributaryException.usage(
          "The configuration names no 'identity' file, so only identifiers make people here."
              + " Name one, such as conf/identity.yaml, and run a night.");
    }
    return new Dossier(workspace, YamlFile.read(workspace.settings().identity(), MatchSpec.class));
  }

  public MatchSpec spec() {
    return spec;
  }

  /** The standardised values of profiles, by key; a key that is none is refused. */
  public Map<String, String[]> texts(Collection<String> keys) {
    Map<String, String[]> texts =
        ComparedRecords.texts(
            catalog.read(MatchState.PROFILES), catalog.read(MatchState.GENERIC), spec, keys);
    keys.forEach(
        key -> {
          if (!texts.containsKey(key)) {
            throw TributaryException.usage(
                "There is no profile '%s'. Profiles are the record_key of silver.identity_links."
                    .formatted(key));
          }
        });
    return texts;
  }

  /** The probability that the model's odds, in bits, stand for. */
  public double probability(double bits) {
    return linker.probability(bits);
  }

  /** How the odds that two profiles are one person come about. */
  public Waterfall waterfall(String[] one, String[] other) {
    return linker.waterfall(one, other);
  }

  /** The links of some profiles, or of the profiles of a master customer. */
  public List<Row> links(Column which) {
    return catalog
        .read(IdentityLinks.TABLE)
        .filter(which)
        .orderBy(Records.RECORD_KEY.col())
        .collectAsList();
  }

  /** The master customer of a profile; empty where there is no such profile. */
  public Optional<String> personOf(String key) {
    return links(Records.RECORD_KEY.col().equalTo(key)).stream()
        .map(link -> link.getString(link.fieldIndex(IdentityLinks.MASTER_CUSTOMER_ID.name())))
        .findFirst();
  }

  /** The proven identifiers of profiles that link, by profile, each as its kind and its hash. */
  public Map<String, List<String>> proven(Collection<String> keys) {
    Map<String, List<String>> proven = new TreeMap<>();
    catalog
        .read(Identifiers.TABLE)
        .filter(Identifiers.IS_LINKING.col())
        .filter(Records.RECORD_KEY.col().isInCollection(keys))
        .select(
            Records.RECORD_KEY.col(),
            functions.concat_ws(":", Identifiers.KIND.col(), Identifiers.VALUE_HASH.col()))
        .collectAsList()
        .forEach(
            row ->
                proven
                    .computeIfAbsent(row.getString(0), none -> new ArrayList<>())
                    .add(row.getString(1)));
    return proven;
  }

  /**
   * What somebody decided of two profiles.
   *
   * @param on the day, as in ISO 8601
   * @param note why; null where nobody said
   */
  public record Decided(
      String one, String other, boolean isSame, String by, String on, String note) {}

  /** The decisions that stand, each of one of some profiles and one of others. */
  public List<Decided> decisions(Collection<String> some, Collection<String> others) {
    Column one = Records.RECORD_KEY.col();
    Column other = ReviewDecisions.OTHER_RECORD_KEY.col();
    Column isOfBoth = one.isInCollection(some).and(other.isInCollection(others));
    Column isOfBothInTurn = one.isInCollection(others).and(other.isInCollection(some));
    return ReviewDecisions.standing(catalog.read(ReviewDecisions.TABLE))
        .filter(isOfBoth.or(isOfBothInTurn))
        .orderBy(ReviewDecisions.DECIDED_AT.col())
        .select(
            one,
            other,
            ReviewDecisions.DECISION.col().equalTo(ReviewDecisions.Verdict.SAME.text()),
            ReviewDecisions.DECIDED_BY.col(),
            functions.to_date(ReviewDecisions.DECIDED_AT.col()).cast("string"),
            ReviewDecisions.NOTE.col())
        .collectAsList()
        .stream()
        .map(
            row ->
                new Decided(
                    row.getString(0),
                    row.getString(1),
                    row.getBoolean(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5)))
        .toList();
  }

  /** By kind how many different identifiers profiles carry, where that is more than one may. */
  public Map<String, Long> tooMany(Collection<String> keys) {
    Map<String, Long> tooMany = new TreeMap<>();
    catalog
        .read(Identifiers.TABLE)
        .filter(Identifiers.IS_USABLE.col())
        .filter(Records.RECORD_KEY.col().isInCollection(keys))
        .filter(Identifiers.KIND.col().isInCollection(spec.limits().keySet()))
        .groupBy(Identifiers.KIND.col())
        .agg(functions.countDistinct(Identifiers.VALUE_HASH.col()))
        .collectAsList()
        .stream()
        .filter(row -> row.getLong(1) > spec.limits().get(row.getString(0)))
        .forEach(row -> tooMany.put(row.getString(0), row.getLong(1)));
    return tooMany;
  }

  /** Two profiles with those that likeness joins to them; nothing where they were not compared. */
  public Optional<ComparedGroups> groups(String one, String other) {
    return ComparedGroups.of(catalog.read(MatchState.PEOPLE), one, other);
  }

  /** Who took over from a master customer, at last; itself where nobody did. */
  public String heir(String masterId) {
    Set<String> met = new HashSet<>();
    String id = masterId;
    Optional<String> next = Optional.of(masterId);
    while (next.isPresent() && met.add(next.get())) {
      id = next.get();
      next =
          links(IdentityLinks.MASTER_CUSTOMER_ID.col().equalTo(id)).isEmpty()
              ? last(id).flatMap(IdentityEvents.Last::heir)
              : Optional.empty();
    }
    return id;
  }

  /** Whether a master customer was ever called so. */
  public boolean isKnown(String masterId) {
    return last(masterId).isPresent();
  }

  private Optional<IdentityEvents.Last> last(String masterId) {
    return IdentityEvents.last(catalog.read(IdentityEvents.TABLE), masterId);
  }
}
