package io.tributary.bronze.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Measures both passes over a file: {@code ReadingSpeed FILE KIND [RECORD] [TIMES]}. */
final class ReadingSpeed {
  private ReadingSpeed() {}

  public static void main(String... arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    String record = arguments.length > 2 ? arguments[2] : null;
    var format = new FileFormat(FileFormat.Kind.of(arguments[1]), record, null, null, null, null);
    int times = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 3;
    Bytes bytes = () -> Files.newInputStream(file);
    for (int i = 0; i < times; i++) {
      audit(bytes, format);
      read(bytes, format);
    }
  }

  private static void audit(Bytes bytes, FileFormat format) throws IOException {
    long start = System.nanoTime();
    FileFacts facts = FileAudit.of(bytes, "file", format);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "audit   %6.2f s %,8.0f MB/s  %s%n",
        seconds, facts.bytes() / seconds / 1e6, facts.defect());
  }

  private static void read(Bytes bytes, FileFormat format) throws IOException {
    long start = System.nanoTime();
    long records = 0;
    long defects = 0;
    try (RecordStream stream = Records.open(bytes, format)) {
      while (stream.hasNext()) {
        records++;
        defects += stream.next().defect() == null ? 0 : 1;
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "records %6.2f s %,8.0f/s    %,d records, %,d defects%n",
        seconds, records / seconds, records, defects);
  }
}
