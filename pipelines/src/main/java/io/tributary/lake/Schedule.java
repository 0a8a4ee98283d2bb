package io.tributary.lake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Does steps side by side, each after those that feed it, and leaves out what would not change. */
final class Schedule {
  /** Steps wait for Spark jobs more than they work; more would only queue behind each other. */
  private static final int SIDE_BY_SIDE = 4;

  private final Lakehouse house;
  private final RunPlan plan;
  private final Map<String, RunBook.LastStep> lastSteps;
  private final Progress progress;
  private final List<StepLog> logs = new ArrayList<>();

  Schedule(
      Lakehouse house, RunPlan plan, Map<String, RunBook.LastStep> lastSteps, Progress progress) {
    this.house = house;
    this.plan = plan;
    this.lastSteps = lastSteps;
    this.progress = progress;
  }

  List<StepResult> perform(List<Step> steps) {
    Precedence precedence = Precedence.of(steps);
    ExecutorService workers =
        new ThreadPoolExecutor(
            SIDE_BY_SIDE, SIDE_BY_SIDE, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>());
    try {
      Map<Step, CompletableFuture<StepResult>> running = new HashMap<>();
      for (Step step : steps) {
        List<CompletableFuture<StepResult>> feeding =
            steps.stream().filter(step::isFedBy).map(fed -> begun(running, step, fed)).toList();
        CompletableFuture<Void> fed =
            CompletableFuture.allOf(feeding.toArray(CompletableFuture[]::new));
        running.put(
            step,
            fed.thenApplyAsync(
                done -> perform(step, results(feeding)),
                work -> workers.execute(precedence.turn(step, work))));
      }
      return results(steps.stream().map(running::get).toList());
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    } finally {
      dismiss(workers);
    }
  }

  private static CompletableFuture<StepResult> begun(
      Map<Step, CompletableFuture<StepResult>> running, Step step, Step feeding) {
    if (!running.containsKey(feeding)) {
      throw new IllegalStateException(
          step.name() + " waits for " + feeding.name() + ", which is listed after it");
    }
    return running.get(feeding);
  }

  /** Steps that are still writing end before the lakehouse is given up to others. */
  private static void dismiss(ExecutorService workers) {
    workers.shutdown();
    try {
      if (!workers.awaitTermination(1, TimeUnit.MINUTES)) {
        workers.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      workers.shutdownNow();
    }
  }

  /** What the steps told, of those that were done. */
  List<StepLog> logs() {
    return List.copyOf(logs);
  }

  private static List<StepResult> results(List<CompletableFuture<StepResult>> futures) {
    return futures.stream().map(CompletableFuture::join).toList();
  }

  private StepResult perform(Step step, List<StepResult> feeding) {
    Instant started = house.clock().instant();
    RunBook.LastStep last = lastSteps.getOrDefault(step.name(), RunBook.LastStep.NONE);
    StepLog log = log(step, last);
    Map<String, Long> consumed = consumed(step);
    String signature = signature(step, consumed);
    StepResult.Status status = StepResult.Status.DONE;
    String message = null;
    if (feeding.stream().anyMatch(fed -> isStopped(fed) && step.needs(fed.step()))) {
      status = StepResult.Status.BLOCKED;
      message = "A table it is made from did not pass its gate";
    } else if (isUnchanged(step, signature.equals(last.signature())) && isStanding(step)) {
      status = StepResult.Status.UNCHANGED;
    } else {
      progress.started(step);
      message = work(step, log);
      status = message == null ? status : StepResult.Status.FAILED;
    }
    double seconds = Duration.between(started, house.clock().instant()).toMillis() / 1000.0;
    StepResult result =
        new StepResult(
            step,
            status,
            signature,
            consumed,
            log.written(),
            started,
            seconds,
            log.alerts(),
            log.files(),
            message);
    progress.ended(result);
    progress.reached(step.name() + " ended");
    return result;
  }

  private synchronized StepLog log(Step step, RunBook.LastStep last) {
    StepLog log = new StepLog(step, last, progress);
    logs.add(log);
    return log;
  }

  /** Runs the step; returns why a gate closed, or null. */
  private String work(Step step, StepLog log) {
    try {
      Lake lake = new Lake(house, plan, step, log);
      step.work().on(lake);
      lake.commit();
      return null;
    } catch (RuntimeException e) {
      String closed = closed(step, e).orElseThrow(() -> e);
      log.alert(step.name(), closed);
      return closed;
    }
  }

  /**
   * Why a gate closed, if that is what the fault means: rows break a rule, or a query refuses them
   * in words of its own. Any other fault leaves the run unfinished, and the next one meets it again
   * before it does what would mend it.
   */
  private static Optional<String> closed(Step step, RuntimeException fault) {
    if (fault instanceof TributaryException known) {
      return Optional.of(known.getMessage())
          .filter(words -> known.kind() == TributaryException.Kind.GATE);
    }
    return RaisedError.in(fault)
        .map(words -> step.name() + ": " + words + " Until then the last good version stands.");
  }

  /** Files are planned because they have to be read, though it be for a second time. */
  private boolean isUnchanged(Step step, boolean isAlike) {
    return step.source() == null ? isAlike : plan.files(step.source()).isEmpty();
  }

  /**
   * A step that writes nothing has nothing that could stand in for its work, and what is handed to
   * a step that accompanies others is told by no table's version.
   */
  private boolean isStanding(Step step) {
    return !step.writes().isEmpty()
        && step.accompanies().isEmpty()
        && step.writes().stream().allMatch(table -> house.version(table).isPresent());
  }

  private static boolean isStopped(StepResult result) {
    return result.status() == StepResult.Status.FAILED
        || result.status() == StepResult.Status.BLOCKED;
  }

  private Map<String, Long> consumed(Step step) {
    Map<String, Long> versions = new TreeMap<>();
    step.reads()
        .forEach(
            table ->
                house
                    .version(table)
                    .ifPresent(version -> versions.put(table.qualifiedName(), version)));
    return versions;
  }

  private String signature(Step step, Map<String, Long> consumed) {
    String files = step.source() == null ? "" : plan.files(step.source()).toString();
    String day = step.daily() ? plan.asOf().toString() : "";
    return RunBook.LastStep.signature(consumed, step.fingerprint(), day + files);
  }
}
