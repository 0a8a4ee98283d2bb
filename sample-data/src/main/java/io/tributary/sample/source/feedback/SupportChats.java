package io.tributary.sample.source.feedback;

import io.tributary.sample.feedback.Voice;
import io.tributary.sample.feedback.Voices;
import io.tributary.sample.landing.ExportFile;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Mail;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.source.Source;
import io.tributary.sample.world.Family;
import io.tributary.sample.world.Moment;

/** Chats with support: the tool mails a transcript of each, and the mailbox is the export. */
public final class SupportChats implements Source {
  /** Mail must come from somewhere, and many visitors leave no address. */
  private static final String NO_ADDRESS = "no-address@prism.example";

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
    return shipment.landing("support_chats", "chats.mbox.gz", Frame.LINES);
  }

  @Override
  public void add(Family family, Shipment shipment) {
    for (var voice : voices.of(family)) {
      var at = Moment.utc(voice.at(), voice.order().brand().zone());
      if (voice.kind() == Voice.Kind.CHAT && shipment.delivery().brings(at)) {
        file(shipment).add(at + " " + voice.id(), transcript(voice));
      }
    }
  }

  private static String transcript(Voice voice) {
    var order = voice.order();
    var at = Moment.utc(voice.at(), order.brand().zone());
    var id = "%d.%s".formatted(voice.id(), order.brand().slug());
    boolean known = voice.id() % 3 != 0;
    var address = known ? order.checkout().email() : NO_ADDRESS;
    return new Mail(order.checkout().recipient().first(), address, at)
        .with("Message-ID", "<" + id + "@chats.prism.example>")
        .with("Chat-ID", id)
        .with("Department", "Prism " + order.brand().title())
        .with("Visitor-Phone", known ? null : order.buyer().contact().phone())
        .with("Duration", 60 + Math.floorMod(voice.id(), 900))
        .with("Rating", voice.stars() > 3 ? "good" : voice.stars() < 3 ? "bad" : null)
        .saying("Visitor: %s\nAgent: Thank you, let me look into it.".formatted(voice.text()));
  }
}
