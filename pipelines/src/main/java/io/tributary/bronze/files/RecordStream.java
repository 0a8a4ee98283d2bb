package io.tributary.bronze.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The records of one open file, read as they are asked for; memory holds one record. */
public final class RecordStream implements Iterator<RawRecord>, AutoCloseable {
  /** A format's way through the text of a file. */
  interface Reading {
    /** The next record, at this position; null after the last. */
    RawRecord next(long position) throws IOException;
  }

  /** Opens a reading, which may already find that the file is not what it should be. */
  interface Opening {
    Reading open() throws IOException;
  }

  private final Closeable file;
  private final Opening opening;
  private Reading reading;
  private RawRecord ahead;
  private long position;
  private boolean ended;

  RecordStream(Closeable file, Opening opening) {
    this.file = file;
    this.opening = opening;
  }

  /**
   * Opens a file for its second pass. Bad content never throws: a record that cannot be read comes
   * with its defect, and a file that breaks off ends with a record that says where.
   */
  public static RecordStream open(Bytes bytes, FileFormat format) throws IOException {
    Delivered delivered = new Delivered(bytes.open());
    return new RecordStream(delivered, () -> reading(LandingText.of(delivered, format), format));
  }

  private static Reading reading(InputStream text, FileFormat format) throws IOException {
    return switch (format.kind()) {
      case CSV -> new CsvRows(text, format);
      case JSONL -> new JsonLines(text, format.limits());
      case JSON -> new JsonDocument(text, format);
      case XML -> new XmlDocument(text, format);
      case MESSAGES -> new Messages(text, format);
    };
  }

  @Override
  public boolean hasNext() {
    if (ahead == null && !ended) {
      ahead = read();
      ended = ahead == null || reading == null;
      position++;
    }
    return ahead != null;
  }

  @Override
  public RawRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the last record is behind");
    }
    RawRecord record = ahead;
    ahead = null;
    return record;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** What a broken file still held is lost to this pass; its last record says where it broke. */
  private RawRecord read() {
    try {
      if (reading == null) {
        reading = opening.open();
      }
      return reading.next(position);
    } catch (IOException e) {
      reading = null;
      return RawRecord.bad(position, "", "the file breaks off: " + e.getMessage());
    }
  }
}
