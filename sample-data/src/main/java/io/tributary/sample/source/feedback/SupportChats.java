package io.tributary.sample.source.feedback;

import io.tributary.sample.feedback.Voice;
import io.tributary.sample.feedback.Voices;
import io.tributary.sample.landing.ExportFile;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Json;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.source.Source;
import io.tributary.sample.source.Stamp;
import io.tributary.sample.world.Family;
import io.tributary.sample.world.Moment;
import java.util.List;

/** Chats with support, one a line, with everything that was typed. */
public final class SupportChats implements Source {
  private final Voices voices;

  /** The chats among these voices. */
  public SupportChats(Voices voices) {
    this.voices = voices;
  }

  @Override
  public void open(Shipment shipment) {
    file(shipment);
  }

  private static ExportFile file(Shipment shipment) {
    return shipment.landing("support_chats", "chats.jsonl.gz", Frame.LINES);
  }

  @Override
  public void add(Family family, Shipment shipment) {
    for (var voice : voices.of(family)) {
      var at = Moment.utc(voice.at(), voice.order().brand().zone());
      if (voice.kind() == Voice.Kind.CHAT && shipment.delivery().brings(at)) {
        file(shipment).add(at + " " + voice.id(), record(voice) + "\n");
      }
    }
  }

  private static Json record(Voice voice) {
    var order = voice.order();
    var at = Moment.utc(voice.at(), order.brand().zone());
    var name = order.checkout().recipient().first();
    boolean known = voice.id() % 3 != 0;
    var visitor =
        new Json()
            .with("name", name)
            .with("email", known ? order.checkout().email() : null)
            .with("phone", known ? null : order.buyer().contact().phone());
    return new Json()
        .with("id", "%d.%s".formatted(voice.id(), order.brand().slug()))
        .with("type", "chat")
        .with("timestamp", Stamp.utc(at))
        .with("department_name", "Prism " + order.brand().title())
        .with("visitor", visitor)
        .with("duration", 60 + Math.floorMod(voice.id(), 900))
        .with("missed", false)
        .with(
            "history",
            List.of(
                message(name, voice.text(), Stamp.utc(at)),
                message("Agent", "Thank you, let me look into it.", Stamp.utc(at.plusSeconds(41)))))
        .with("rating", voice.stars() > 3 ? "good" : voice.stars() < 3 ? "bad" : null);
  }

  private static Json message(String name, String text, String at) {
    return new Json().with("name", name).with("msg", text).with("timestamp", at);
  }
}
