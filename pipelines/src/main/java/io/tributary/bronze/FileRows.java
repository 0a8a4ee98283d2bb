package io.tributary.bronze;

import io.tributary.bronze.files.Bytes;
import io.tributary.bronze.files.FileAudit;
import io.tributary.bronze.files.FileFacts;
import io.tributary.bronze.files.FileFormat;
import io.tributary.bronze.files.RawRecord;
import io.tributary.bronze.files.RecordStream;
import io.tributary.lake.RunPlan.PlannedFile;
import io.tributary.lake.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Date;
import java.util.Collections;
import java.util.Iterator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.unsafe.types.VariantVal;
import org.apache.spark.util.CollectionAccumulator;

/** The rows of one task's files, one record in memory at a time. */
final class FileRows implements Iterator<Row> {
  private final Storage storage;
  private final FileFormat format;
  private final Iterator<PlannedFile> files;
  private final CollectionAccumulator<Header> headers;
  private PlannedFile file;
  private String hash;
  private Iterator<RawRecord> records = Collections.emptyIterator();

  FileRows(
      Storage storage,
      FileFormat format,
      Iterator<PlannedFile> files,
      CollectionAccumulator<Header> headers) {
    this.storage = storage;
    this.format = format;
    this.files = files;
    this.headers = headers;
  }

  @Override
  public boolean hasNext() {
    while (!records.hasNext()) {
      close();
      if (!files.hasNext()) {
        return false;
      }
      open(files.next());
    }
    return true;
  }

  @Override
  public Row next() {
    return row(records.next());
  }

  private void open(PlannedFile next) {
    file = next;
    hash = "";
    String changed = changedSincePlanned();
    if (changed != null) {
      records = setAside(changed);
      return;
    }
    Bytes bytes = () -> storage.open(file.path());
    try {
      FileFacts facts = FileAudit.of(bytes, file.path(), format);
      hash = facts.sha256();
      if (facts.defect() != null) {
        records = setAside(facts.defect());
        return;
      }
      if (!facts.names().isEmpty()) {
        headers.add(new Header(file.path(), file.delivered(), facts.names()));
      }
      records = RecordStream.open(bytes, format);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file that moved under the run belongs to a later one, which sees it as a new file. */
  private String changedSincePlanned() {
    Storage.Listed now = storage.status(file.path());
    if (now == null) {
      return "the file was taken away after the run was planned; deliver it again";
    }
    boolean isSame = now.bytes() == file.bytes() && now.modified() == file.modified();
    return isSame ? null : "the file changed after the run was planned; the next run reads it";
  }

  private static Iterator<RawRecord> setAside(String defect) {
    return Collections.singleton(new RawRecord(-1, null, null, defect)).iterator();
  }

  private void close() {
    if (records instanceof RecordStream stream) {
      try {
        stream.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Row row(RawRecord record) {
    VariantVal parsed =
        record.record() == null
            ? null
            : new VariantVal(record.record().getValue(), record.record().getMetadata());
    return RowFactory.create(
        file.account(),
        Date.valueOf(file.delivered()),
        file.path(),
        hash,
        record.position(),
        record.raw(),
        parsed,
        record.defect());
  }
}
