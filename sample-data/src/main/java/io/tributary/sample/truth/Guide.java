package io.tributary.sample.truth;

import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The page that explains the other files. */
public final class Guide implements Source {
  @Override
  public void open(Shipment shipment) {
    try (var page = Guide.class.getResourceAsStream("README.md")) {
      var text = new String(page.readAllBytes(), StandardCharsets.UTF_8);
      shipment.truth("README.md", Frame.LINES).add("", text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
