package io.tributary.lake;

import io.tributary.lake.quality.Finding;
import io.tributary.lake.quality.Profile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
  private final Map<Table, Profiled> profiles = new LinkedHashMap<>();
  private final List<Alert> alerts = new ArrayList<>();
  private final List<FileOutcome> files = new ArrayList<>();

  /** A check as measured on one write of one table. */
  record CheckResult(Table table, Finding finding) {}

  /** How the rows of one write were filled, and whether they are the whole table. */
  record Profiled(Profile profile, boolean isWhole) {}

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

  void checked(Table table, Finding finding) {
    checks.add(new CheckResult(table, finding));
    if (finding.isBroken() && finding.check().level() == Check.Level.WARN) {
      alert(table.qualifiedName(), finding.words());
    }
  }

  void profiled(Table table, Profile profile, boolean isWhole) {
    profiles.put(table, new Profiled(profile, isWhole));
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

  /** What was found on a table's rows. */
  List<Finding> findings(Table table) {
    return checks.stream()
        .filter(check -> check.table().equals(table))
        .map(CheckResult::finding)
        .toList();
  }

  /** The rows written, or refused, by table. */
  Map<Table, Profiled> profiles() {
    return profiles;
  }

  Step step() {
    return step;
  }

  List<Alert> alerts() {
    return alerts;
  }

  List<FileOutcome> files() {
    return files;
  }
}
