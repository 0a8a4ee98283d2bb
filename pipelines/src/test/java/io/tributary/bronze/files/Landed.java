package io.tributary.bronze.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Bytes as if they had landed, and what becomes of them. */
final class Landed {
  private Landed() {}

  /** Each record as JSON, or as "!" and its defect. */
  static List<String> records(FileFormat format, String text) {
    return records(format, text.getBytes(UTF_8));
  }

  static List<String> records(FileFormat format, byte[] bytes) {
    return raw(format, bytes).stream()
        .map(r -> r.defect() == null ? r.record().toJson(ZoneOffset.UTC) : "! " + r.defect())
        .toList();
  }

  static List<RawRecord> raw(FileFormat format, byte[] bytes) {
    try (RecordStream records = RecordStream.open(() -> new ByteArrayInputStream(bytes), format)) {
      List<RawRecord> all = new ArrayList<>();
      records.forEachRemaining(all::add);
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<RawRecord> raw(FileFormat format, String text) {
    return raw(format, text.getBytes(UTF_8));
  }

  static FileFacts audit(FileFormat format, byte[] bytes) {
    try {
      return FileAudit.of(() -> new ByteArrayInputStream(bytes), "f", format);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The defect of a file, or null. */
  static String defect(FileFormat format, String text) {
    return defect(format, text.getBytes(UTF_8));
  }

  static String defect(FileFormat format, byte[] bytes) {
    return audit(format, bytes).defect();
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }

  static byte[] gzip(String text) {
    return gzip(text.getBytes(UTF_8));
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
