package io.tributary.sample.source.feedback;

import io.tributary.sample.feedback.Voice;
import io.tributary.sample.feedback.Voices;
import io.tributary.sample.landing.ExportFile;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Json;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.source.Source;
import io.tributary.sample.source.Stamp;
import io.tributary.sample.world.Brand;
import io.tributary.sample.world.Family;

/** Product reviews, one a line, with stars and text. */
public final class Reviews implements Source {
  private final Voices voices;

  /** The reviews among these voices. */
  public Reviews(Voices voices) {
    this.voices = voices;
  }

  @Override
  public void open(Shipment shipment) {
    for (var brand : Brand.values()) {
      file(brand, shipment);
    }
  }

  private static ExportFile file(Brand brand, Shipment shipment) {
    return shipment.landing("reviews", brand.slug() + ".jsonl.gz", Frame.LINES);
  }

  @Override
  public void add(Family family, Shipment shipment) {
    for (var voice : voices.of(family)) {
      if (voice.kind() == Voice.Kind.REVIEW && shipment.delivery().brings(voice.at())) {
        file(voice.order().brand(), shipment)
            .add(voice.at() + " " + voice.id(), record(voice) + "\n");
      }
    }
  }

  private static Json record(Voice voice) {
    var order = voice.order();
    var line = order.lines().get(0);
    var name = order.checkout().recipient();
    var sentence = voice.text().substring(0, voice.text().indexOf('.') + 1);
    return new Json()
        .with("id", voice.id())
        .with("product_id", line.product().id())
        .with("sku", line.variant().sku())
        .with("product_title", line.product().title())
        .with("score", voice.stars())
        .with("title", sentence.length() > 40 ? sentence.substring(0, 37) + "..." : sentence)
        .with("content", voice.text())
        .with("language", voice.language())
        .with("verified_buyer", true)
        .with("order_id", "" + order.id())
        .with(
            "reviewer",
            new Json()
                .with("display_name", name.first() + " " + name.last().charAt(0) + ".")
                .with("email", order.checkout().email()))
        .with("created_at", Stamp.withOffset(voice.at(), order.brand().zone()))
        .with("votes_up", voice.id() % 4);
  }
}
