package io.tributary.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a step did, kept until the run ends and writes all of it at once. */
final class StepLog {
  private final Step step;
  private final RunBook.LastStep last;
  private final Progress progress;
  private final Map<String, Long> written = new TreeMap<>();
  private final List<CheckResult> checks = new ArrayList<>();
  private final List<Alert> alerts = new ArrayList<>();
  private final List<FileOutcome> files = new ArrayList<>();

  /** A check as measured on one write of one table. */
  record CheckResult(Table table, Judge.Finding finding) {}

  StepLog(Step step, RunBook.LastStep last, Progress progress) {
    this.step = step;
    this.last = last;
    this.progress = progress;
  }

  Map<String, Long> consumedBefore() {
    return last.consumed();
  }

  boolean isReconfigured() {
    return last.isConfiguredOtherwise(step.fingerprint());
  }

  void committed(Table table, long rows) {
    written.merge(table.qualifiedName(), rows, Long::sum);
    progress.reached(step.name() + " committed " + table.qualifiedName());
  }

  void checked(Table table, Judge.Finding finding) {
    checks.add(new CheckResult(table, finding));
    if (finding.violations() > 0 && finding.check().level() == Check.Level.WARN) {
      alert(table.qualifiedName(), finding.words());
    }
  }

  void alert(String subject, String message) {
    alerts.add(new Alert(subject, message));
  }

  void account(FileOutcome outcome) {
    files.add(outcome);
  }

  Map<String, Long> written() {
    return written;
  }

  List<CheckResult> checks() {
    return checks;
  }

  List<Alert> alerts() {
    return alerts;
  }

  List<FileOutcome> files() {
    return files;
  }
}
