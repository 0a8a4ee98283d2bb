package io.tributary.jobs.command;

import io.tributary.bronze.Records;
import io.tributary.bronze.source.Source;
import io.tributary.jobs.console.Console;
import io.tributary.jobs.night.GivenFile;
import io.tributary.jobs.night.IdentityTrial;
import io.tributary.jobs.night.KnownPeople;
import io.tributary.jobs.night.Session;
import io.tributary.jobs.night.SourceTrial;
import io.tributary.jobs.night.Workspace;
import io.tributary.jobs.settings.Settings;
import io.tributary.lake.TributaryException;
import io.tributary.lake.YamlFile;
import io.tributary.models.identity.evaluate.Agreement;
import io.tributary.models.identity.evaluate.SourcePairs;
import io.tributary.models.identity.resolution.Learned;
import io.tributary.silver.identity.FirstNight;
import io.tributary.silver.identity.match.Evaluation;
import io.tributary.silver.identity.match.MatchSpec;
import io.tributary.silver.identity.match.Matching;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** How well people are found where it is known who is who. */
@Command(
    name = "identity",
    description = {
      "Finds the people of sources, or of a CSV file, and compares them with the truth.",
      "",
      "With --source the source is landed into a lakehouse of its own, which is thrown away, and its"
          + " people are found as the first night finds them: by identifiers, and as the identity"
          + " file of the configuration compares them. --truth is a CSV file that names a record"
          + " and its person; a record is named by its record key, with or without its source.",
      "",
      "Examples: tributary evaluate identity --source members --truth who.csv",
      "          tributary evaluate identity --records people.csv --match people.yaml --key id"
          + " --truth person"
    })
final class EvaluateIdentity implements Callable<Integer> {
  @ParentCommand private Evaluate evaluate;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "A source of the configuration; give several to link them.")
  private List<String> sources;

  @Option(
      names = "--record",
      paramLabel = "SQL",
      description =
          "With --source: what names a record in the truth; its first column if not given.")
  private String record;

  @Option(
      names = "--person",
      paramLabel = "SQL",
      description = "With --source: what names its person; the second column if not given.")
  private String person;

  @Option(names = "--records", paramLabel = "FILE", description = "CSV, with names.")
  private Path records;

  @Option(
      names = "--match",
      paramLabel = "FILE",
      description = "With --records: YAML, the fields to compare, and how.")
  private Path match;

  @Option(
      names = "--key",
      paramLabel = "COLUMN",
      description = "With --records: the column that names a record.")
  private String key;

  @Option(
      names = "--truth",
      required = true,
      paramLabel = "FILE|SQL",
      description =
          "With --source: the CSV file that says who is who. With --records: the column, or an"
              + " expression of columns, that names the person.")
  private String truth;

  @Option(
      names = "--by",
      paramLabel = "COLUMN",
      description =
          "With --records: the column that names the source, to tell pairs of sources apart.")
  private String source;

  @Option(
      names = "--detail",
      description =
          "Tell also what blocking alone misses, what other thresholds would find, and whether"
              + " probabilities mean what they say.")
  private boolean isDetailed;

  @Override
  public Integer call() {
    if (sources == null && (records == null || match == null || key == null)) {
      throw TributaryException.usage(
          "evaluate identity takes --source, or --records with --match and --key.");
    }
    if (sources != null && records != null) {
      throw TributaryException.usage("Give --source or --records, not both.");
    }
    return sources == null ? ofFile() : ofSources();
  }

  private int ofFile() {
    Console console = evaluate.tributary().console();
    IdentityFigures figures = new IdentityFigures(console);
    MatchSpec spec = YamlFile.read(match, MatchSpec.class);
    try (Session session = Session.open(evaluate.tributary().surroundings().home())) {
      Dataset<Row> rows = labelled(GivenFile.read(session.spark(), records, "--records"), spec);
      try (Matching matching = new Matching(rows, spec, console::say)) {
        requireOnce(matching);
        sayLabelled(rows.filter(functions.col(KnownPeople.TRUTH).isNotNull()).count(), matching);
        Learned learned = matching.learn();
        figures.agreement(matching.people(learned).agreement(rows, KnownPeople.TRUTH));
        if (isDetailed) {
          Evaluation evaluation =
              new Evaluation(matching, matching.linker(learned), rows, KnownPeople.TRUTH, source);
          thresholds(figures, evaluation);
          figures.calibration(evaluation.calibration());
          figures.sources(evaluation.sources());
        }
      }
      return 0;
    }
  }

  /** The records with their keys and their people, once all that is asked of them is there. */
  private Dataset<Row> labelled(GivenFile file, MatchSpec spec) {
    spec.fields().values().stream()
        .flatMap(field -> field.columns().stream())
        .forEach(column -> file.text("--match", GivenFile.quoted(column)));
    if (source != null) {
      file.text("--by", GivenFile.quoted(source));
    }
    Column named = file.text("--key", GivenFile.quoted(key));
    return file.rows()
        .withColumn(Records.RECORD_KEY.name(), functions.coalesce(named, functions.lit("")))
        .withColumn(KnownPeople.TRUTH, file.name("--truth", truth));
  }

  private void requireOnce(Matching matching) {
    long repeated = matching.repeatedKeys();
    if (repeated > 0) {
      throw TributaryException.usage(
          "--key: in %s %,d values of '%s' name more than one row; a key names one."
              .formatted(records, repeated, key));
    }
  }

  private void sayLabelled(long labelled, Matching matching) {
    if (labelled == 0) {
      throw TributaryException.usage(
          "--truth: '%s' names the person of no row of %s.".formatted(truth, records));
    }
    if (labelled < matching.records()) {
      evaluate
          .tributary()
          .console()
          .say(
              "%,d of %,d rows name their person; the others are matched and left out of the figures."
                  .formatted(labelled, matching.records()));
    }
  }

  private int ofSources() {
    Tributary tributary = evaluate.tributary();
    Settings settings = tributary.settings();
    List<Source> tried = sources.stream().map(name -> SourceTrial.named(settings, name)).toList();
    Path scratch = SourceTrial.scratch();
    try (Workspace workspace =
        Workspace.open(SourceTrial.settings(settings, tried, scratch), tributary.surroundings())) {
      KnownPeople people =
          KnownPeople.read(workspace.house().session(), Path.of(truth), record, person);
      IdentityTrial trial = new IdentityTrial(workspace, tried);
      long profiles = trial.land();
      Dataset<Row> known = people.among(trial.customerRecord()).localCheckpoint();
      sayCoverage(known.count(), profiles, people.records());
      try (FirstNight night = trial.night(known, tributary.console()::say)) {
        show(known, night);
      }
      return 0;
    } finally {
      SourceTrial.discard(scratch);
    }
  }

  private void sayCoverage(long known, long profiles, long named) {
    evaluate
        .tributary()
        .console()
        .say(
            "%,d of %,d profiles are in the truth, which names %,d records; the others of both are left out."
                .formatted(known, profiles, named));
  }

  private void show(Dataset<Row> known, FirstNight night) {
    IdentityFigures figures = new IdentityFigures(evaluate.tributary().console());
    Map<String, String> people = night.people();
    List<Row> rows = known.collectAsList();
    List<String> found = rows.stream().map(row -> people.get(row.getString(0))).toList();
    List<String> truths = rows.stream().map(row -> row.getString(2)).toList();
    figures.agreement(Agreement.of(truths, found));
    figures.largest(truths, found);
    List<String> of = rows.stream().map(row -> row.getString(1)).toList();
    figures.sources(SourcePairs.of(truths, found, of));
    Evaluation likeness = night.likeness(known, KnownPeople.TRUTH, KnownPeople.SOURCE);
    if (isDetailed) {
      evaluate.tributary().console().say("By likeness alone, whatever identifiers say:");
      thresholds(figures, likeness);
    }
    figures.calibration(likeness.calibration());
  }

  private static void thresholds(IdentityFigures figures, Evaluation evaluation) {
    figures.blocking(evaluation.blocking());
    figures.curve(evaluation.curve());
  }
}
