package io.tributary.sample.fault;

import io.tributary.sample.landing.Delivery;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.world.Draw;
import io.tributary.sample.world.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Spoils what has been exported: about one record in fifty, and a few whole files. */
public final class Faults {
  private final Scale scale;

  /** The faults of a world of this scale. */
  public Faults(Scale scale) {
    this.scale = scale;
  }

  /** Spoils what lies in {@code landing/} and says so in {@code truth/faults.csv}. */
  public void spoil(Path folder, Path spillFolder) throws IOException {
    var landing = folder.resolve("landing");
    var whole = new Delivery(scale.lastDay(), LocalDate.MIN, scale.historyDay());
    try (var shipment = new Shipment(folder, spillFolder, whole)) {
      var frame = Frame.table("source", "file", "line", "kind", "expected");
      var journal = new Journal(shipment.truth("faults.csv", frame));
      for (var rule : Rules.all().entrySet()) {
        spoil(landing, rule.getKey(), rule.getValue(), journal);
      }
      new WholeFiles(landing, journal, scale.lastDay()).spoil();
    }
  }

  private void spoil(Path landing, String source, Rule rule, Journal journal) throws IOException {
    var spoiled = new SpoiledSource(landing, rule, journal, scale.lastDay());
    for (var path : files(landing.resolve(source))) {
      var delivered = path.getParent().getFileName().toString();
      var draw = Draw.of(scale.seed(), "fault " + rule.drawn(landing.relativize(path)));
      spoiled.spoil(path, LocalDate.parse(delivered), draw);
    }
  }

  private static List<Path> files(Path source) throws IOException {
    if (!Files.isDirectory(source)) {
      return List.of();
    }
    try (var paths = Files.walk(source)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
