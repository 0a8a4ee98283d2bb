package io.tributary.bronze.files;

import java.io.Closeable;
import java.io.IOException;
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
