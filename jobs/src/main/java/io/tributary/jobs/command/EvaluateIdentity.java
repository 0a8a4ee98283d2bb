package io.tributary.jobs.command;

import io.tributary.jobs.console.Console;
import io.tributary.jobs.night.Session;
import io.tributary.lake.YamlFile;
import io.tributary.models.identity.evaluate.Agreement;
import io.tributary.silver.identity.match.MatchSpec;
import io.tributary.silver.identity.match.Matched;
import io.tributary.silver.identity.match.Matching;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** How well people are found in a file that says who is who. */
@Command(
    name = "identity",
    description = {
      "Finds the people in a CSV file and compares them with the truth.",
      "",
      "Example: tributary evaluate identity --records people.csv --match people.yaml --key id"
          + " --truth person"
    })
final class EvaluateIdentity implements Callable<Integer> {
  private static final String TRUTH = "the_truth";

  @ParentCommand private Evaluate evaluate;

  @Option(
      names = "--records",
      required = true,
      paramLabel = "FILE",
      description = "CSV, with names.")
  private Path records;

  @Option(
      names = "--match",
      required = true,
      paramLabel = "FILE",
      description = "YAML: the fields to compare, and how.")
  private Path match;

  @Option(
      names = "--key",
      required = true,
      paramLabel = "COLUMN",
      description = "The column that names a record.")
  private String key;

  @Option(
      names = "--truth",
      required = true,
      paramLabel = "SQL",
      description = "The column, or an expression of columns, that names the person.")
  private String truth;

  @Override
  public Integer call() {
    Console console = evaluate.tributary().console();
    MatchSpec spec = YamlFile.read(match, MatchSpec.class);
    try (Session session = Session.open(evaluate.tributary().surroundings().home())) {
      Dataset<Row> rows =
          session
              .spark()
              .read()
              .option("header", true)
              .option("multiLine", true)
              .option("escape", "\"")
              .option("ignoreLeadingWhiteSpace", true)
              .option("ignoreTrailingWhiteSpace", true)
              .csv(records.toString())
              .withColumn("record_key", functions.col("`" + key + "`"))
              .withColumn(TRUTH, functions.expr(truth));
      try (Matching matching = new Matching(rows, spec, console::say)) {
        Matched matched = matching.people(matching.learn());
        show(matched.agreement(rows, TRUTH), console);
      }
      return 0;
    }
  }

  private static void show(Agreement found, Console console) {
    console.say(
        "pairs:   precision %.4f  recall %.4f  F1 %.4f  (true %,d, found %,d, wrong %,d)"
            .formatted(
                found.precision(),
                found.recall(),
                found.f1(),
                found.truePairs(),
                found.foundPairs(),
                found.foundPairs() - found.rightPairs()));
    console.say(
        "B-cubed: precision %.4f  recall %.4f  F1 %.4f"
            .formatted(found.cubedPrecision(), found.cubedRecall(), found.cubedF1()));
  }
}
