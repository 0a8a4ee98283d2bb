package io.tributary.jobs.night;

import io.tributary.bronze.Bronze;
import io.tributary.gold.Gold;
import io.tributary.gold.customer.SegmentTable;
import io.tributary.jobs.settings.Settings;
import io.tributary.lake.Hold;
import io.tributary.lake.Step;
import io.tributary.lake.Table;
import io.tributary.lake.YamlFile;
import io.tributary.lake.governance.AssumptionSeeds;
import io.tributary.lake.governance.Governance;
import io.tributary.lake.ops.Ops;
import io.tributary.silver.Business;
import io.tributary.silver.KeyedHash;
import io.tributary.silver.Silver;
import io.tributary.silver.identity.Identity;
import io.tributary.silver.identity.match.MatchSpec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Everything that is made, from the ground up: where the layers meet the configuration. */
public final class Pipelines {
  private Pipelines() {}

  /**
   * The steps of one run, in an order in which none waits for a later one. Steps may hand things to
   * each other in memory, so each run takes new ones.
   */
  public static List<Step> steps(Settings settings) {
    List<Step> steps = new ArrayList<>();
    steps.addAll(Governance.steps(AssumptionSeeds.load(settings.assumptions())));
    steps.addAll(Bronze.steps(settings.sources()));
    steps.addAll(Silver.steps(settings.sources(), silver(settings)));
    steps.addAll(Gold.steps(SegmentTable.load(settings.segments())));
    return List.copyOf(steps);
  }

  private static Silver.Settings silver(Settings settings) {
    Map<String, String> zones = new TreeMap<>();
    settings.brands().forEach((brand, zone) -> zones.put(brand, zone.getId()));
    Business business = new Business(settings.currency(), settings.zone().getId(), zones);
    return new Silver.Settings(
        business, hash(settings), settings.sharedIdentifierLimit(), matching(settings));
  }

  private static MatchSpec matching(Settings settings) {
    return settings.identity() == null ? null : YamlFile.read(settings.identity(), MatchSpec.class);
  }

  /** What tells of brands that are held back; null where none ever is. */
  static Hold hold(Settings settings) {
    return Identity.hold(matching(settings));
  }

  /** Without a key tables can be described but not made, which a run sees to before it begins. */
  static KeyedHash hash(Settings settings) {
    String key = settings.hashKey() == null ? "no key" : settings.hashKey().value();
    return new KeyedHash(key.getBytes(StandardCharsets.UTF_8));
  }

  /** Every table that the steps write, then those that the house keeps for itself. */
  public static List<Table> tables(List<Step> steps) {
    Set<Table> tables = new LinkedHashSet<>();
    steps.forEach(step -> tables.addAll(step.writes()));
    tables.addAll(Governance.TABLES);
    tables.addAll(Ops.TABLES);
    return List.copyOf(tables);
  }
}
