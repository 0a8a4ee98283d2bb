package io.tributary.lake;

/** Hears how a run gets on. */
public interface Progress {
  /** Hears nothing. */
  Progress SILENT = new Progress() {};

  /** The run passed a boundary: whatever happens next, what was committed before it stands. */
  default void reached(String boundary) {}

  default void started(Step step) {}

  default void ended(StepResult result) {}
}
