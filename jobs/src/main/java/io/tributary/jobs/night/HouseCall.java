package io.tributary.jobs.night;

import io.tributary.bronze.source.Source;
import io.tributary.jobs.console.Figures;
import io.tributary.jobs.console.Grid;
import io.tributary.lake.Lease;
import io.tributary.lake.TributaryException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What Spark tells of the landing folder and the lakehouse. */
public final class HouseCall {
  private final Workspace workspace;
  private final Diagnosis diagnosis;

  private HouseCall(Workspace workspace, Diagnosis diagnosis) {
    this.workspace = workspace;
    this.diagnosis = diagnosis;
  }

  public static void on(Workspace workspace, Diagnosis diagnosis) {
    HouseCall call = new HouseCall(workspace, diagnosis);
    diagnosis.good("spark", "started on " + workspace.house().session().sparkContext().master());
    call.sources();
    call.landing();
    call.lock();
    call.lastRun();
  }

  private void sources() {
    try {
      workspace.requireExpressions();
      int sources = workspace.settings().sources().size();
      diagnosis.good("sources", Figures.count(sources, "source") + ", every expression understood");
    } catch (TributaryException fault) {
      diagnosis.fault("sources", fault.getMessage());
    }
  }

  private void landing() {
    Deliveries deliveries = Deliveries.of(workspace.settings(), workspace.house());
    String folder = workspace.settings().landing();
    deliveries.passedOver().ifPresent(words -> diagnosis.doubt("landing", words));
    if (deliveries.files().isEmpty()) {
      diagnosis.fault(
          "landing",
          "no file of any source lies in %s. Check 'landing' and each source's 'files'."
              .formatted(folder));
      return;
    }
    diagnosis.good(
        "landing",
        "%s: %s, the newest of %s"
            .formatted(
                folder,
                Figures.count(deliveries.files().size(), "file"),
                deliveries.newest().orElseThrow()));
    for (Source source : workspace.settings().sources()) {
      if (deliveries.count(source) == 0) {
        diagnosis.doubt(
            "landing", "%s: no file matches %s".formatted(source.name(), source.files()));
      }
    }
  }

  private void lock() {
    Optional<String> holder = Lease.heldBy(workspace.house());
    if (holder.isPresent()) {
      diagnosis.doubt("lock", "held by " + holder.get() + "; a run now would end with exit code 4");
    } else {
      diagnosis.good("lock", "free");
    }
  }

  private void lastRun() {
    Grid runs = new Chronicle(workspace.house()).runs(1);
    Iterator<List<String>> last = runs.rows().iterator();
    if (!last.hasNext()) {
      diagnosis.note("last run", "none yet; start with: tributary nightly");
      return;
    }
    List<String> run = last.next();
    String words = "run %s, as of %s, %s".formatted(run.get(0), run.get(1), run.get(3));
    switch (run.get(3)) {
      case "published" -> diagnosis.good("last run", words);
      case "gated" -> diagnosis.doubt("last run", words + ": see tributary status");
      default -> diagnosis.note("last run", words + "; the next run finishes it first");
    }
  }
}
