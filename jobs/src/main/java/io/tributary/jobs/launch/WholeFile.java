package io.tributary.jobs.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file whose name appears only when it is whole: a start may come at any moment. */
final class WholeFile {
  private WholeFile() {}

  /** What writes the file; {@code F} is a fault of its own. */
  interface Content<F extends Exception> {
    void writeTo(Path draft) throws IOException, F;
  }

  /** Writes the file in the place of what was there. */
  static <F extends Exception> void write(Path file, Content<F> content) throws IOException, F {
    Path draft = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
    try {
      content.writeTo(draft);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
