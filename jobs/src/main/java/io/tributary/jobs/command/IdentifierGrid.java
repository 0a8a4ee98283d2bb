package io.tributary.jobs.command;

import io.tributary.bronze.Records;
import io.tributary.jobs.console.Figures;
import io.tributary.jobs.console.Grid;
import io.tributary.jobs.console.Grid.Column;
import io.tributary.jobs.night.SourceIdentifiers.Carried;
import io.tributary.lake.Field;
import io.tributary.silver.identity.IdentifierAudit;
import io.tributary.silver.identity.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The figures of the audit as a table.
 *
 * @param hasSource whether each row names its source
 */
record IdentifierGrid(List<Carried> rows, boolean hasSource) {
  private static final String NONE = "–";
  private static final List<Field> FIGURES =
      List.of(
          IdentifierAudit.PROFILES,
          IdentifierAudit.FILLED,
          IdentifierAudit.COMPLETENESS,
          IdentifierAudit.VALUES,
          IdentifierAudit.LINKING,
          IdentifierAudit.UNUSABLE,
          IdentifierAudit.SHARED,
          IdentifierAudit.MOST_PEOPLE,
          IdentifierAudit.CONSISTENCY);
  private static final Set<Field> SHARES =
      Set.of(IdentifierAudit.COMPLETENESS, IdentifierAudit.CONSISTENCY);

  /** What is said of a kind that nobody brings; the rest would be a row of noughts. */
  private static final Set<Field> ALWAYS_SHOWN =
      Set.of(IdentifierAudit.PROFILES, IdentifierAudit.FILLED, IdentifierAudit.COMPLETENESS);

  /** The table; shares are percentages for the eye and stay as they are kept for machines. */
  Grid grid(boolean isForTheEye) {
    List<Column> columns = new ArrayList<>();
    if (hasSource) {
      columns.add(Column.text(Records.SOURCE.name()));
    }
    columns.add(Column.text(Identifiers.KIND.name()));
    FIGURES.forEach(figure -> columns.add(Column.number(figure.name())));
    Grid.Builder grid = Grid.of(columns.toArray(Column[]::new));
    rows.forEach(row -> grid.row(cells(row, isForTheEye)));
    return grid.grid();
  }

  private Object[] cells(Carried row, boolean isForTheEye) {
    Stream<String> names = hasSource ? Stream.of(row.source(), row.kind()) : Stream.of(row.kind());
    Stream<Object> figures =
        FIGURES.stream()
            .map(figure -> isForTheEye ? shown(row, figure) : row.row().getAs(figure.name()));
    return Stream.concat(names, figures).toArray();
  }

  private static String shown(Carried row, Field figure) {
    if (!row.isFilled() && !ALWAYS_SHOWN.contains(figure)) {
      return NONE;
    }
    if (SHARES.contains(figure)) {
      Double share = row.share(figure);
      return share == null ? NONE : Figures.percent(share);
    }
    return Figures.whole(row.number(figure));
  }
}
