package io.tributary.jobs.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.desc_nulls_last;

import io.tributary.bronze.Records;
import io.tributary.jobs.console.Csv;
import io.tributary.jobs.console.Figures;
import io.tributary.jobs.console.Grid;
import io.tributary.jobs.console.Grid.Column;
import io.tributary.jobs.night.ReviewDesk;
import io.tributary.jobs.night.Workspace;
import io.tributary.lake.Field;
import io.tributary.silver.ContactPoints;
import io.tributary.silver.identity.ReviewQueue;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Those who wait, as a file to be filled in. */
@Command(
    name = "export",
    description = {
      "Writes the pairs in review to a CSV file, what each profile says side by side. Fill in the"
          + " column 'decision' with same or different and give it to 'tributary review import'. The"
          + " file holds personal data.",
      "",
      "Example: tributary review export pairs.csv"
    })
final class ReviewExport implements Callable<Integer> {
  static final List<Column> ANSWERED =
      List.of(
          Column.text(Records.RECORD_KEY.name()),
          Column.text(ReviewQueue.OTHER_RECORD_KEY.name()),
          Column.text("decision"),
          Column.text("note"));

  private static final List<Field> SHOWN =
      List.of(
          ContactPoints.FIRST_NAME,
          ContactPoints.LAST_NAME,
          ContactPoints.BIRTH_DATE,
          ContactPoints.EMAIL,
          ContactPoints.PHONE,
          ContactPoints.STREET,
          ContactPoints.POSTCODE,
          ContactPoints.CITY);

  @ParentCommand private ReviewCommand review;

  @Parameters(paramLabel = "FILE", description = "The CSV file to write.")
  private Path file;

  @Option(
      names = "--limit",
      paramLabel = "ROWS",
      defaultValue = "1000",
      description = "So many pairs, the most probable first; 1000 if not given.")
  private int limit;

  @Option(
      names = "--audit",
      paramLabel = "LINKS",
      description =
          "Instead of the pairs in review so many links that likeness made, drawn at random: what"
              + " is decided of them tells how many of all links are right.")
  private Integer audit;

  @Override
  public Integer call() {
    try (Workspace workspace = review.tributary().open()) {
      List<Row> pairs = pairs(new ReviewDesk(workspace)).collectAsList();
      try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, UTF_8))) {
        Csv.print(grid(pairs), out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      review
          .tributary()
          .console()
          .say(
              "%s to %s. It holds names and addresses: keep it where they may lie, and delete it"
                      .formatted(Figures.count(pairs.size(), "pair"), file)
                  + " when it is filled in and imported.");
      return 0;
    }
  }

  private Dataset<Row> pairs(ReviewDesk desk) {
    Dataset<Row> contacts = desk.rows(ContactPoints.TABLE);
    Dataset<Row> asked = audit == null ? desk.rows(ReviewQueue.TABLE) : desk.sample(audit);
    return asked
        .join(side(contacts, Records.RECORD_KEY.name(), ""), Records.RECORD_KEY.name(), "left")
        .join(
            side(contacts, ReviewQueue.OTHER_RECORD_KEY.name(), "other_"),
            ReviewQueue.OTHER_RECORD_KEY.name(),
            "left")
        .orderBy(
            desc_nulls_last(ReviewQueue.PROBABILITY.name()),
            Records.RECORD_KEY.col(),
            ReviewQueue.OTHER_RECORD_KEY.col())
        .limit(audit == null ? limit : audit);
  }

  private static Dataset<Row> side(Dataset<Row> contacts, String key, String prefix) {
    return contacts.select(
        Stream.concat(
                Stream.of(Records.RECORD_KEY.col().as(key)),
                SHOWN.stream().map(field -> field.col().cast(Field.TEXT).as(prefix + field.name())))
            .toArray(org.apache.spark.sql.Column[]::new));
  }

  private static Grid grid(List<Row> pairs) {
    List<Column> columns = new ArrayList<>(ANSWERED);
    columns.add(Column.number(ReviewQueue.PROBABILITY.name()));
    columns.add(Column.text(ReviewQueue.REASON.name()));
    for (Field field : SHOWN) {
      columns.add(Column.text(field.name()));
      columns.add(Column.text("other_" + field.name()));
    }
    Grid.Builder grid = Grid.of(columns.toArray(Column[]::new));
    for (Row pair : pairs) {
      grid.row(columns.stream().map(column -> value(pair, column.name())).toArray());
    }
    return grid.grid();
  }

  private static Object value(Row pair, String column) {
    return List.of(pair.schema().fieldNames()).contains(column) ? pair.getAs(column) : null;
  }
}
