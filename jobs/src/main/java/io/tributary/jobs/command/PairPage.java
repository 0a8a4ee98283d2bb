package io.tributary.jobs.command;

import io.tributary.jobs.console.Grid;
import io.tributary.jobs.console.Grid.Column;
import io.tributary.jobs.night.Dossier;
import io.tributary.models.identity.linkage.Model;
import io.tributary.models.identity.linkage.Waterfall;
import io.tributary.models.identity.resolution.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How two profiles compare, as a waterfall of bits.
 *
 * @param one the values of the first profile; null where they are not shown
 * @param words what follows from it, a line each
 */
record PairPage(Waterfall waterfall, List<String> one, List<String> other, List<String> words) {
  private static final int WIDTH = 32;

  static PairPage of(Dossier dossier, String one, String other, boolean hasValues) {
    List<String> keys = List.of(one, other);
    Map<String, String[]> texts = dossier.texts(keys);
    Waterfall waterfall = dossier.waterfall(texts.get(one), texts.get(other));
    List<String> words = new ArrayList<>();
    words.add(odds(waterfall, dossier));
    if (waterfall.isParted()) {
      words.add("They are a generation apart, which is never one person.");
    }
    boolean isLikely =
        !waterfall.isParted()
            && dossier.probability(waterfall.odds()) >= dossier.spec().numbers().join();
    words.addAll(new PairGrounds(dossier, one, other).words(isLikely));
    return new PairPage(
        waterfall,
        hasValues ? Arrays.asList(texts.get(one)) : null,
        hasValues ? Arrays.asList(texts.get(other)) : null,
        List.copyOf(words));
  }

  private static String odds(Waterfall waterfall, Dossier dossier) {
    Settings settings = dossier.spec().numbers();
    double said = Model.probability(waterfall.odds());
    double probability = dossier.probability(waterfall.odds());
    String corrected =
        probability == said
            ? ""
            : String.format(Locale.ROOT, ", which decisions correct to %.4f", probability);
    return String.format(
        Locale.ROOT,
        "%+.1f bits make a probability of %.4f%s; from %.2f on profiles are joined, from %.2f on"
            + " somebody should look.",
        waterfall.odds(),
        said,
        corrected,
        settings.join(),
        settings.review());
  }

  /** The waterfall as a table, drawn too where it is for the eye. */
  Grid grid(boolean isDrawn) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.text("evidence"),
                Column.text("likeness"),
                Column.number("bits"),
                Column.number("sum")));
    if (one != null) {
      columns.add(Column.text("one"));
      columns.add(Column.text("other"));
    }
    if (isDrawn) {
      columns.add(Column.text("waterfall"));
    }
    List<List<String>> rows = new ArrayList<>();
    for (int at = 0; at < waterfall.bars().size(); at++) {
      rows.add(row(at, isDrawn));
    }
    return new Grid(List.copyOf(columns), rows);
  }

  private List<String> row(int at, boolean isDrawn) {
    Waterfall.Bar bar = waterfall.bars().get(at);
    List<String> row = new ArrayList<>();
    row.add(bar.what());
    row.add(bar.likeness());
    row.add(bits(bar.bits()));
    row.add(bits(bar.sum()));
    if (one != null) {
      boolean isField = at > 0 && at <= one.size();
      row.add(isField ? one.get(at - 1) : null);
      row.add(isField ? other.get(at - 1) : null);
    }
    if (isDrawn) {
      row.add(drawn(bar));
    }
    return row;
  }

  private String drawn(Waterfall.Bar bar) {
    DoubleSummaryStatistics sums =
        waterfall.bars().stream().collect(Collectors.summarizingDouble(Waterfall.Bar::sum));
    double least = Math.min(0, sums.getMin());
    double most = Math.max(0, sums.getMax());
    double scale = WIDTH / Math.max(most - least, 1);
    double before = bar.what().equals(Waterfall.PRIOR) ? 0 : bar.sum() - bar.bits();
    int start = (int) Math.round((Math.min(before, bar.sum()) - least) * scale);
    int end = (int) Math.round((Math.max(before, bar.sum()) - least) * scale);
    return " ".repeat(start) + (bar.bits() < 0 ? "░" : "█").repeat(end - start);
  }

  static String bits(double bits) {
    return String.format(Locale.ROOT, "%.1f", bits + 0.0);
  }
}
