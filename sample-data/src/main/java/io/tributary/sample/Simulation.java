package io.tributary.sample;

import io.tributary.sample.consent.Statements;
import io.tributary.sample.fault.Faults;
import io.tributary.sample.feedback.Voices;
import io.tributary.sample.journey.Journeys;
import io.tributary.sample.landing.Delivery;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.media.MediaDelivery;
import io.tributary.sample.media.Response;
import io.tributary.sample.retail.RetailSales;
import io.tributary.sample.source.Source;
import io.tributary.sample.source.Sources;
import io.tributary.sample.stock.Stock;
import io.tributary.sample.truth.AffinityTruth;
import io.tributary.sample.truth.Channels;
import io.tributary.sample.truth.ConsentTruth;
import io.tributary.sample.truth.Guide;
import io.tributary.sample.truth.MediaTruth;
import io.tributary.sample.truth.People;
import io.tributary.sample.truth.Records;
import io.tributary.sample.truth.RetailTruth;
import io.tributary.sample.truth.Sentiments;
import io.tributary.sample.truth.StockOuts;
import io.tributary.sample.truth.Values;
import io.tributary.sample.world.Family;
import io.tributary.sample.world.Scale;
import io.tributary.sample.world.Shoe;
import io.tributary.sample.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Exports a world. A few deliveries share one walk through all families, few enough to keep the
 * files that are open at once few.
 */
public final class Simulation {
  private static final int DELIVERIES_A_WALK = 8;

  private final World world;

  /** A shipment and the sources that fill it. */
  private record Load(List<Source> sources, Shipment shipment) {
    void open() {
      sources.forEach(source -> source.open(shipment));
    }

    void add(Family family) {
      sources.forEach(source -> source.add(family, shipment));
    }

    void close() throws IOException {
      sources.forEach(source -> source.close(shipment));
      shipment.close();
    }
  }

  /** The simulation of a world of this scale. */
  public Simulation(Scale scale) {
    world = World.of(scale);
  }

  /** Writes {@code landing/} and {@code truth/} below a folder, without faults. */
  public void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    var spillFolder = Files.createTempDirectory(folder, "spill");
    try {
      var loads = loads(folder, spillFolder);
      for (int next = 0; next < loads.size(); next += DELIVERIES_A_WALK) {
        write(loads.subList(next, Math.min(loads.size(), next + DELIVERIES_A_WALK)));
      }
    } finally {
      Files.delete(spillFolder);
    }
  }

  /** Writes the same, and then spoils some of it on purpose. */
  public void writeSpoiledTo(Path folder) throws IOException {
    writeTo(folder);
    var spillFolder = Files.createTempDirectory(folder, "spill");
    try {
      new Faults(world.scale()).spoil(folder, spillFolder);
    } finally {
      Files.delete(spillFolder);
    }
  }

  private List<Load> loads(Path folder, Path spillFolder) {
    var journeys = new Journeys(world);
    var shoe = new Shoe(world.scale(), world.catalogue());
    var stock = new Stock(world, shoe);
    var media = new MediaDelivery(world.scale());
    var response = new Response(media);
    var sales = new RetailSales(world, response);
    var sources = Sources.of(world, journeys, stock, sales);
    var truth =
        List.of(
            new Guide(),
            new People(world.scale()),
            new Records(),
            new Values(world),
            new Channels(world, journeys),
            new AffinityTruth(world),
            new StockOuts(world, stock, shoe),
            new MediaTruth(world.scale(), media, response, sales),
            new RetailTruth(media, sales),
            new Sentiments(new Voices(world.scale())),
            new ConsentTruth(new Statements(world.scale())));
    var deliveries = Delivery.all(world.scale());
    var last = deliveries.get(deliveries.size() - 1);
    var loads = new ArrayList<Load>();
    for (var delivery : deliveries) {
      loads.add(new Load(sources, new Shipment(folder, spillFolder, delivery)));
    }
    loads.add(new Load(truth, new Shipment(folder, spillFolder, last)));
    return loads;
  }

  private void write(List<Load> loads) throws IOException {
    loads.forEach(Load::open);
    world.forEachFamily(family -> loads.forEach(load -> load.add(family)));
    for (var load : loads) {
      load.close();
    }
  }
}
