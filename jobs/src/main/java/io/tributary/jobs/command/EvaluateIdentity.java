package io.tributary.jobs.command;

import io.tributary.jobs.console.Console;
import io.tributary.jobs.console.Grid;
import io.tributary.jobs.console.Grid.Column;
import io.tributary.jobs.console.TerminalTable;
import io.tributary.jobs.night.Session;
import io.tributary.lake.YamlFile;
import io.tributary.models.identity.evaluate.Agreement;
import io.tributary.models.identity.evaluate.BlockingRecall;
import io.tributary.models.identity.evaluate.Calibration;
import io.tributary.models.identity.resolution.Learned;
import io.tributary.silver.identity.match.Evaluation;
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

  @Option(
      names = "--by",
      paramLabel = "COLUMN",
      description = "The column that names the source, to tell pairs of sources apart.")
  private String source;

  @Option(
      names = "--detail",
      description =
          "Tell also what blocking alone misses, what other thresholds would find, and whether"
              + " probabilities mean what they say.")
  private boolean isDetailed;

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
        Learned learned = matching.learn();
        Matched matched = matching.people(learned);
        show(matched.agreement(rows, TRUTH), console);
        if (isDetailed) {
          detail(new Evaluation(matching, matching.linker(learned), rows, TRUTH, source), console);
        }
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

  private static void detail(Evaluation evaluation, Console console) {
    BlockingRecall blocking = evaluation.blocking();
    console.say(
        "blocking: %,d of %,d true pairs meet, recall %.4f"
            .formatted(blocking.metPairs(), blocking.truePairs(), blocking.share()));
    curve(evaluation, console);
    calibration(evaluation, console);
    sources(evaluation, console);
  }

  private static void curve(Evaluation evaluation, Console console) {
    Grid.Builder curve =
        Grid.of(
            Column.number("threshold"),
            Column.number("precision"),
            Column.number("recall"),
            Column.number("F1"),
            Column.number("B-cubed F1"));
    evaluation
        .curve()
        .forEach(
            (threshold, at) ->
                curve.row(
                    threshold,
                    figure(at.precision()),
                    figure(at.recall()),
                    figure(at.f1()),
                    figure(at.cubedF1())));
    TerminalTable.print(curve.grid(), console);
  }

  private static void calibration(Evaluation evaluation, Console console) {
    Calibration calibration = evaluation.calibration();
    Grid.Builder bins =
        Grid.of(
            Column.number("probability from"),
            Column.number("pairs"),
            Column.number("mean"),
            Column.number("right"));
    calibration
        .bins()
        .forEach(bin -> bins.row(bin.from(), bin.count(), figure(bin.mean()), figure(bin.right())));
    TerminalTable.print(bins.grid(), console);
    console.say("expected calibration error %.4f".formatted(calibration.expectedError()));
  }

  private static void sources(Evaluation evaluation, Console console) {
    Grid.Builder sources =
        Grid.of(
            Column.text("sources"),
            Column.number("true"),
            Column.number("found"),
            Column.number("precision"),
            Column.number("recall"));
    evaluation
        .sources()
        .forEach(
            (pair, counts) ->
                sources.row(
                    pair,
                    counts.truePairs(),
                    counts.foundPairs(),
                    figure(counts.precision()),
                    figure(counts.recall())));
    TerminalTable.print(sources.grid(), console);
  }

  private static String figure(double share) {
    return "%.4f".formatted(share);
  }
}
