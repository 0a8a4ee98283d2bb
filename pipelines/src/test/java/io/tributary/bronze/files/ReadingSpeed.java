package io.tributary.bronze.files;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Measures both passes over a file in seconds of one core, whatever else the machine does: {@code
 * ReadingSpeed FILE KIND [RECORD] [TIMES]}.
 */
final class ReadingSpeed {
  private ReadingSpeed() {}

  public static void main(String... arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    String record = arguments.length > 2 ? arguments[2] : null;
    var format =
        new FileFormat(FileFormat.Kind.of(arguments[1]), record, null, null, null, null, null);
    int times = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 3;
    Bytes bytes = () -> Files.newInputStream(file);
    for (int i = 0; i < times; i++) {
      audit(bytes, format);
      read(bytes, format);
    }
  }

  private static void audit(Bytes bytes, FileFormat format) throws IOException {
    double start = seconds();
    FileFacts facts = FileAudit.of(bytes, "file", format);
    double seconds = seconds() - start;
    System.out.printf(
        "audit   %6.2f s %,8.0f MB/s  %s%n",
        seconds, facts.bytes() / seconds / 1e6, facts.defect());
  }

  private static double seconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  private static void read(Bytes bytes, FileFormat format) throws IOException {
    double start = seconds();
    long records = 0;
    long defects = 0;
    try (RecordStream stream = RecordStream.open(bytes, format)) {
      while (stream.hasNext()) {
        records++;
        defects += stream.next().defect() == null ? 0 : 1;
      }
    }
    double seconds = seconds() - start;
    System.out.printf(
        "records %6.2f s %,8.0f/s    %,d records, %,d defects%n",
        seconds, records / seconds, records, defects);
  }
}
