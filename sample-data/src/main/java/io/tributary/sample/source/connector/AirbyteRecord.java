package io.tributary.sample.source.connector;

import io.tributary.sample.landing.Json;
import io.tributary.sample.world.Draw;
import io.tributary.sample.world.ShopOrder;
import java.util.List;
import java.util.UUID;

/** A record as Airbyte lands it raw. */
final class AirbyteRecord {
  private AirbyteRecord() {}

  static Json of(ShopOrder order, Json data, String extractedAt) {
    var draw = Draw.of(order.id(), "airbyte" + extractedAt);
    return new Json()
        .with("_airbyte_raw_id", new UUID(draw.bits(), draw.bits()))
        .with("_airbyte_extracted_at", extractedAt)
        .with("_airbyte_meta", new Json().with("sync_id", 7).with("changes", List.of()))
        .with("_airbyte_data", data);
  }
}
