package io.tributary.silver;

import static org.apache.spark.sql.functions.col;

import io.tributary.bronze.Records;
import io.tributary.bronze.source.Source;
import io.tributary.lake.FileOutcome;
import io.tributary.lake.FileOutcome.Counts;
import io.tributary.lake.Lake;
import io.tributary.lake.RunPlan.PlannedFile;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** Accounts for the records of a source, file by file, so that none is lost from sight. */
final class Ledger {
  private static final Counts NOTHING = new Counts(0, 0, 0, 0, 0);

  private final Source source;
  private final Lake lake;

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

  void enter(List<Row> counts) {
    Map<String, FileOutcome> lines = new HashMap<>();
    Map<String, PlannedFile> planned = new HashMap<>();
    for (PlannedFile file : lake.files(source.name())) {
      planned.put(file.path(), file);
      lines.put(file.path(), line(file));
    }
    for (Row row : counts) {
      String file = row.getAs(Records.FILE.name());
      lines.merge(file, line(row, planned.get(file)), Ledger::sum);
    }
    lines.values().forEach(this::account);
  }

  private void account(FileOutcome outcome) {
    lake.account(outcome);
    if (outcome.defect() != null) {
      lake.alert(outcome.file(), "The file was set aside whole: " + outcome.defect() + ".");
    }
  }

  private FileOutcome line(PlannedFile file) {
    return new FileOutcome(
        source.name(),
        file.path(),
        "",
        file.delivered(),
        file.bytes(),
        file.modified(),
        NOTHING,
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

  private static FileOutcome sum(FileOutcome line, FileOutcome more) {
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
