package io.tributary.sample;

import io.tributary.sample.landing.Delivery;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.source.Source;
import io.tributary.sample.source.Sources;
import io.tributary.sample.truth.People;
import io.tributary.sample.truth.Records;
import io.tributary.sample.truth.Values;
import io.tributary.sample.world.Scale;
import io.tributary.sample.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Exports a world: for each delivery every family is made once and handed to all sources. */
public final class Simulation {
  private final World world;

  /** The simulation of a world of this scale. */
  public Simulation(Scale scale) {
    world = World.of(scale);
  }

  /** Writes {@code landing/} and {@code truth/} below a folder. */
  public void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    var spillFolder = Files.createTempDirectory(folder, "spill");
    try {
      var deliveries = Delivery.all(world.scale());
      var sources = Sources.of(world);
      for (var delivery : deliveries) {
        write(sources, new Shipment(folder, spillFolder, delivery));
      }
      var truth = List.of(new People(world.scale()), new Records(), new Values(world));
      write(truth, new Shipment(folder, spillFolder, deliveries.get(deliveries.size() - 1)));
    } finally {
      Files.delete(spillFolder);
    }
  }

  private void write(List<? extends Source> sources, Shipment shipment) throws IOException {
    try (shipment) {
      sources.forEach(source -> source.open(shipment));
      world.forEachFamily(family -> sources.forEach(source -> source.add(family, shipment)));
    }
  }
}
