package io.tributary.jobs.command;

import io.tributary.jobs.console.Console;
import io.tributary.jobs.console.Grid;
import io.tributary.jobs.console.Grid.Column;
import io.tributary.jobs.console.TerminalTable;
import io.tributary.models.identity.evaluate.Agreement;
import io.tributary.models.identity.evaluate.BlockingRecall;
import io.tributary.models.identity.evaluate.Calibration;
import io.tributary.models.identity.evaluate.SourcePairs;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** How well people are found, in words and tables. */
record IdentityFigures(Console console) {
  void agreement(Agreement found) {
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

  /** How large the largest person is, as found and in truth. */
  void largest(List<String> truth, List<String> found) {
    console.say(
        "largest person: %,d profiles found, %,d in truth"
            .formatted(largest(found), largest(truth)));
  }

  private static long largest(List<String> people) {
    Map<String, Long> sizes = new HashMap<>();
    people.forEach(person -> sizes.merge(person, 1L, Long::sum));
    return Collections.max(sizes.values());
  }

  void blocking(BlockingRecall blocking) {
    console.say(
        "blocking: %,d of %,d true pairs meet, recall %.4f"
            .formatted(blocking.metPairs(), blocking.truePairs(), blocking.share()));
  }

  void curve(SortedMap<Double, Agreement> thresholds) {
    Grid.Builder curve =
        Grid.of(
            Column.number("threshold"),
            Column.number("precision"),
            Column.number("recall"),
            Column.number("F1"),
            Column.number("B-cubed F1"));
    thresholds.forEach(
        (threshold, at) ->
            curve.row(
                threshold,
                figure(at.precision()),
                figure(at.recall()),
                figure(at.f1()),
                figure(at.cubedF1())));
    TerminalTable.print(curve.grid(), console);
  }

  void calibration(Calibration calibration) {
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

  void sources(SortedMap<String, SourcePairs.Counts> pairs) {
    Grid.Builder sources =
        Grid.of(
            Column.text("sources"),
            Column.number("true"),
            Column.number("found"),
            Column.number("precision"),
            Column.number("recall"));
    pairs.forEach(
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
