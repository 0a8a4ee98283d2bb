package io.tributary.bronze.files;

import java.io.IOException;
import java.io.InputStream;

/** Reads one JSON object a line; lines of nothing but white space are no records. */
final class JsonLines implements RecordStream.Reading {
  private final Lines lines;
  private final JsonRecord json;

  JsonLines(InputStream text, Limits limits) {
    this.lines = new Lines(text, limits.recordBytes());
    this.json = new JsonRecord(limits);
  }

  @Override
  public RawRecord next(long position) throws IOException {
    while (lines.next()) {
      if (lines.isTooLong() || !isBlank()) {
        return record(position);
      }
    }
    return null;
  }

  private RawRecord record(long position) {
    String raw = lines.raw();
    try {
      if (lines.isTooLong()) {
        throw new Unreadable(lines.excess());
      }
      return RawRecord.good(
          position, raw, json.parse(lines.bytes(), lines.start(), lines.length()));
    } catch (Unreadable e) {
      return RawRecord.bad(position, raw, "line " + lines.number() + ": " + e.getMessage());
    }
  }

  private boolean isBlank() {
    byte[] bytes = lines.bytes();
    int end = lines.start() + lines.length();
    for (int i = lines.start(); i < end; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
        return false;
      }
    }
    return true;
  }
}
