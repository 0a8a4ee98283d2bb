package io.tributary.sample.landing;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files of one delivery. */
public final class Shipment implements Closeable {
  private final Path folder;
  private final Path spillFolder;
  private final Delivery delivery;
  private final Map<Path, ExportFile> files = new LinkedHashMap<>();

  /** Files below this folder; what does not fit into memory waits in the other. */
  public Shipment(Path folder, Path spillFolder, Delivery delivery) {
    this.folder = folder;
    this.spillFolder = spillFolder;
    this.delivery = delivery;
  }

  /** Which delivery this is. */
  public Delivery delivery() {
    return delivery;
  }

  /** A file in the landing folder of a source; asked for again it is the same. */
  public ExportFile landing(String source, String name, Frame frame) {
    return file(Path.of("landing", source, delivery.date().toString(), name), frame);
  }

  /** A file that tells the truth. */
  public ExportFile truth(String name, Frame frame) {
    return file(Path.of("truth", name), frame);
  }

  private ExportFile file(Path name, Frame frame) {
    return files.computeIfAbsent(
        folder.resolve(name), path -> new ExportFile(path, frame, spillFolder));
  }

  @Override
  public void close() throws IOException {
    for (var file : files.values()) {
      file.close();
    }
  }
}
