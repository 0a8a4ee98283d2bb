package io.tributary.silver.identity.match;

import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.required;

import io.tributary.lake.Field;
import io.tributary.lake.Lake;
import io.tributary.lake.Table;
import io.tributary.models.identity.resolution.Settings;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * What the blocking rules of a night that matched all records brought together.
 *
 * @param profiles how many there were to bring together
 */
public record NightBlocks(List<RuleBlocks> rules, Settings settings, long profiles) {
  public static final Field RULE =
      required("rule", TEXT, "The blocking rule: profiles that agree in each part of it meet");
  public static final Field BLOCKS = required("blocks", LONG, "Blocks of two profiles or more");
  public static final Field PAIRS =
      required("pairs", LONG, "Pairs they make if each profile meets each other of its block");
  public static final Field LARGEST = required("largest", LONG, "Profiles of the largest block");
  public static final Field BLOCK_LIMIT =
      required(
          "block_limit", LONG, "Up to so many profiles of a block are compared each with each");
  public static final Field DIVIDED =
      required(
          "divided",
          LONG,
          "Blocks that were larger than the limit when the model was learned and are divided:"
              + " profiles meet in them that agree in something that the rule does not ask for");
  public static final Field CROWDED =
      required(
          "crowded",
          LONG,
          "Blocks, and parts of divided ones, that are larger than the limit: a profile is compared"
              + " with its neighbours alone, in the order of their values");
  public static final Field LARGEST_CROWDED =
      required("largest_crowded", LONG, "Profiles of the largest of these; 0 where there is none");
  public static final Field RUN = required("run", LONG, "The run that counted them");

  public static final Table TABLE =
      Table.silver(
              "block_census",
              "One row per rule that brings profiles together, as of the last night that matched"
                  + " all of them.",
              RULE,
              BLOCKS,
              PAIRS,
              LARGEST,
              BLOCK_LIMIT,
              DIVIDED,
              CROWDED,
              LARGEST_CROWDED,
              RUN)
          .key(RULE);

  public NightBlocks {
    rules = List.copyOf(rules);
  }

  /** Writes the table, and tells of blocks in which not everybody met. */
  void write(Lake lake) {
    lake.overwrite(TABLE, lake.rows(TABLE, rows(lake.run())));
    BlockAlert.of(this).ifPresent(words -> lake.alert(TABLE.qualifiedName(), words));
  }

  /** The rows of the table; a rule that is declared twice has one. */
  List<Row> rows(long run) {
    return rules.stream().map(rule -> row(rule, run)).distinct().toList();
  }

  private Row row(RuleBlocks rule, long run) {
    RuleCensus census = rule.census();
    return RowFactory.create(
        census.rule(),
        census.blocks(),
        census.pairs(),
        census.largest(),
        (long) settings.block(),
        rule.divided(),
        rule.crowded(),
        rule.largestCrowded(),
        run);
  }
}
