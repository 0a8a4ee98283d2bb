package io.tributary.bronze.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;

/** Reads the elements of one JSON document, each as a record of its own. */
final class JsonDocument implements RecordStream.Reading {
  private final JsonElements elements;
  private final JsonRecord json;
  private final Limits limits;

  JsonDocument(InputStream text, FileFormat format) throws IOException {
    this.limits = format.limits();
    this.elements = new JsonElements(text, JsonPath.of(format.record()), limits);
    this.json = new JsonRecord(limits);
  }

  @Override
  public RawRecord next(long position) throws IOException {
    return elements.next() ? record(position, elements.piece()) : null;
  }

  private RawRecord record(long position, Tape.Piece piece) {
    byte[] bytes = piece.bytes();
    boolean readable = piece.isWhole() && piece.length() <= limits.recordBytes();
    String raw = readable ? new String(bytes, UTF_8) : RawText.cut(bytes, limits.recordBytes());
    try {
      if (!readable) {
        throw new Unreadable(
            Wording.of("%,d bytes long; the limit is %,d", piece.length(), limits.recordBytes()));
      }
      if (elements.missing() != null) {
        throw new Unreadable(elements.missing());
      }
      return RawRecord.good(position, raw, json.parse(bytes, 0, bytes.length));
    } catch (Unreadable e) {
      return RawRecord.bad(position, raw, Wording.of("element %,d: %s", position, e.getMessage()));
    }
  }
}
