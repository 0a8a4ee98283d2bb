package io.tributary.lake;

import io.tributary.lake.ops.Alerts;
import io.tributary.lake.ops.Files;
import io.tributary.lake.ops.QualityChecks;
import io.tributary.lake.ops.QualityScores;
import io.tributary.lake.ops.Steps;
import io.tributary.lake.quality.Finding;
import io.tributary.lake.quality.Scored;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What a run enters in the books when its steps are done. */
final class RunEntries {
  private final RunReport report;
  private final RunBook book;
  private final Progress progress;
  private final long run;

  RunEntries(RunReport report, RunBook book, Progress progress) {
    this.report = report;
    this.book = book;
    this.progress = progress;
    this.run = report.plan().number();
  }

  /**
   * The entry of the steps comes last: where it is missing, the run is done again from its plan.
   */
  void enter(List<StepLog> logs, List<Scored> scores) {
    Stream<StepLog.CheckResult> checks = logs.stream().flatMap(log -> log.checks().stream());
    List<Entry> entries =
        List.of(
            new Entry(Files.TABLE, "files", fileRows()),
            new Entry(QualityChecks.TABLE, "checks", checks.map(this::checkRow).toList()),
            new Entry(
                QualityScores.TABLE, "scores", scores.stream().map(QualityScores::row).toList()),
            new Entry(Alerts.TABLE, "alerts", alertRows()));
    Aside.all(entries.stream().map(this::entering).toList());
    progress.reached("outcomes entered");
    book.append(Steps.TABLE, run, "steps", report.results().stream().map(this::stepRow).toList());
    progress.reached("steps entered");
  }

  private Runnable entering(Entry entry) {
    return () -> book.append(entry.table(), run, entry.purpose(), entry.rows());
  }

  private record Entry(Table table, String purpose, List<Row> rows) {}

  private Row stepRow(StepResult result) {
    return RowFactory.create(
        run,
        result.step().name(),
        result.status().name(),
        result.signature(),
        result.consumed(),
        result.written(),
        Timestamp.from(result.startedAt()),
        result.seconds(),
        result.message());
  }

  private List<Row> fileRows() {
    return report.results().stream()
        .flatMap(result -> result.files().stream())
        .map(this::fileRow)
        .toList();
  }

  private Row fileRow(FileOutcome outcome) {
    FileOutcome.Counts counts = outcome.counts();
    return RowFactory.create(
        run,
        outcome.source(),
        outcome.file(),
        outcome.fileHash(),
        Date.valueOf(outcome.delivered()),
        outcome.bytes(),
        outcome.modified(),
        counts.landed(),
        counts.accepted(),
        counts.duplicate(),
        counts.superseded(),
        counts.quarantined(),
        outcome.defect());
  }

  private List<Row> alertRows() {
    return report.alerts().stream()
        .map(alert -> RowFactory.create(run, alert.subject(), alert.message()))
        .toList();
  }

  private Row checkRow(StepLog.CheckResult result) {
    Finding finding = result.finding();
    Check check = finding.check();
    return RowFactory.create(
        run,
        result.table().qualifiedName(),
        check.name(),
        check.level().name(),
        check.condition(),
        finding.rows(),
        finding.violations(),
        finding.violations() == 0);
  }
}
