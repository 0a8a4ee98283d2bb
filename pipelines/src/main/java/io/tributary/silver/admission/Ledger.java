package io.tributary.silver.admission;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import io.tributary.bronze.Records;
import io.tributary.bronze.source.Source;
import io.tributary.lake.FileOutcome;
import io.tributary.lake.FileOutcome.Counts;
import io.tributary.lake.Lake;
import io.tributary.lake.RunPlan.PlannedFile;
import io.tributary.lake.ops.Files;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** Accounts for the records of a source, file by file, so that none is lost from sight. */
public final class Ledger {
  private static final Counts NOTHING = new Counts(0, 0, 0, 0, 0);

  private final Source source;
  private final Lake lake;
  private final Map<String, FileOutcome> lines = new HashMap<>();

  Ledger(Source source, Lake lake) {
    this.source = source;
    this.lake = lake;
  }

  /** Whether an earlier record stood before this run and does not any more. */
  static Column hasFallen() {
    return col(Outcomes.STOOD).and(col(Outcomes.OUTCOME).notEqual(Outcomes.ACCEPTED));
  }

  static boolean isQuarantined(Row counts) {
    return counts.<String>getAs(Outcomes.OUTCOME).equals(Outcomes.QUARANTINED);
  }

  /**
   * Takes back what earlier runs entered, for all of it is entered again, but of copies, which no
   * run reads.
   */
  void reopen(EarlierCopies copies) {
    lake.before(Files.TABLE)
        .where(Files.SOURCE.col().equalTo(source.name()).and(copies.isNone(source, lake)))
        .groupBy(Files.FILE.col())
        .agg(
            max(Files.FILE_HASH.col()),
            max(Files.DELIVERED.col()),
            sum(Files.LANDED.col()),
            sum(Files.ACCEPTED.col()),
            sum(Files.DUPLICATE.col()),
            sum(Files.SUPERSEDED.col()),
            sum(Files.QUARANTINED.col()))
        .collectAsList()
        .forEach(row -> lines.put(row.getString(0), takenBack(row)));
  }

  private FileOutcome takenBack(Row row) {
    return new FileOutcome(
        source.name(),
        row.getString(0),
        row.getString(1),
        row.getDate(2).toLocalDate(),
        null,
        null,
        new Counts(
            -row.getLong(3), -row.getLong(4), -row.getLong(5), -row.getLong(6), -row.getLong(7)),
        null);
  }

  void enter(List<Row> counts) {
    Map<String, PlannedFile> planned = new HashMap<>();
    for (PlannedFile file : lake.files(source.name())) {
      planned.put(file.path(), file);
      lines.merge(file.path(), line(file, "", NOTHING), Ledger::together);
    }
    enterCopies();
    for (Row row : counts) {
      String file = row.getAs(Records.FILE.name());
      lines.merge(file, line(row, planned.get(file)), Ledger::together);
    }
    lines.forEach(
        (file, outcome) -> {
          if (planned.containsKey(file) || !outcome.counts().equals(NOTHING)) {
            account(outcome);
          }
        });
  }

  /** Each record of a copy is a duplicate of the one that was read. */
  private void enterCopies() {
    Map<PlannedFile, String> copies = lake.copies(source.name());
    if (copies.isEmpty()) {
      return;
    }
    Map<String, Long> landed = new HashMap<>();
    lake.before(Files.TABLE)
        .where(Files.SOURCE.col().equalTo(source.name()))
        .where(Files.FILE_HASH.col().isin(copies.values().toArray()))
        .groupBy(Files.FILE_HASH.col())
        .agg(max(Files.LANDED.col()))
        .collectAsList()
        .forEach(row -> landed.put(row.getString(0), row.getLong(1)));
    copies.forEach(
        (file, hash) -> {
          long records = landed.getOrDefault(hash, 0L);
          lines.merge(
              file.path(),
              line(file, hash, new Counts(records, 0, records, 0, 0)),
              Ledger::together);
        });
  }

  private void account(FileOutcome outcome) {
    lake.account(outcome);
    if (outcome.defect() != null) {
      lake.alert(outcome.file(), "The file was set aside whole: " + outcome.defect() + ".");
    }
  }

  private FileOutcome line(PlannedFile file, String hash, Counts counts) {
    return new FileOutcome(
        source.name(),
        file.path(),
        hash,
        file.delivered(),
        file.bytes(),
        file.modified(),
        counts,
        null);
  }

  private FileOutcome line(Row row, PlannedFile file) {
    boolean isNew = row.getAs(Outcomes.IS_NEW);
    long records = row.getAs("records");
    LocalDate delivered = row.<java.sql.Date>getAs(Records.DELIVERY_DATE.name()).toLocalDate();
    return new FileOutcome(
        source.name(),
        row.getAs(Records.FILE.name()),
        row.getAs(Records.FILE_HASH.name()),
        delivered,
        isNew && file != null ? file.bytes() : null,
        isNew && file != null ? file.modified() : null,
        counts(row.getAs(Outcomes.OUTCOME), records, isNew),
        row.getAs("defect"));
  }

  private static Counts counts(String outcome, long records, boolean isNew) {
    long landed = isNew ? records : 0;
    long accepted = isNew ? 0 : -records;
    return switch (outcome) {
      case Outcomes.ACCEPTED -> new Counts(landed, records, 0, 0, 0);
      case Outcomes.DUPLICATE -> new Counts(landed, accepted, records, 0, 0);
      case Outcomes.SUPERSEDED -> new Counts(landed, accepted, 0, records, 0);
      default -> new Counts(landed, accepted, 0, 0, records);
    };
  }

  private static FileOutcome together(FileOutcome line, FileOutcome more) {
    return new FileOutcome(
        line.source(),
        line.file(),
        line.fileHash().isEmpty() || more.bytes() != null ? more.fileHash() : line.fileHash(),
        line.delivered(),
        line.bytes(),
        line.modified(),
        line.counts().plus(more.counts()),
        line.defect() == null ? more.defect() : line.defect());
  }
}
