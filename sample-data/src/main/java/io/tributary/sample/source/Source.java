package io.tributary.sample.source;

import io.tributary.sample.landing.Shipment;
import io.tributary.sample.world.Family;

/** A tool that exports files. */
public interface Source {
  /** Begins a delivery: the files that come even when nothing happened. */
  void open(Shipment shipment);

  /** Adds what a family gives this delivery. */
  default void add(Family family, Shipment shipment) {}

  /** Ends a delivery, once all families have been seen. */
  default void close(Shipment shipment) {}
}
