package io.tributary.lake;

import java.util.Locale;

/** A storey of the lakehouse; data moves through the first four in this order only. */
public enum Layer {
  BRONZE,
  SILVER,
  GOLD,
  PUBLISH,
  GOVERNANCE,
  OPS;

  /** The schema name under which SQL and the catalog see the layer's tables. */
  public String schema() {
    return name().toLowerCase(Locale.ROOT);
  }
}
