package io.tributary.sample.fault;

import io.tributary.sample.landing.Csv;
import io.tributary.sample.landing.ExportFile;
import java.nio.file.Path;

/** Writes every fault down where the truth is kept. */
record Journal(ExportFile file) {
  /** A record, by its line in the decompressed file. */
  void record(Path file, long line, Kind kind) {
    write(file, line, kind);
  }

  /** A whole file. */
  void whole(Path file, Kind kind) {
    write(file, 0, kind);
  }

  private void write(Path path, long line, Kind kind) {
    var name = path.toString().replace('\\', '/');
    var source = path.getName(0).toString();
    file.add(
        name + "%08d".formatted(line),
        Csv.line(source, name, line == 0 ? null : line, kind.slug(), kind.outcome()));
  }
}
