package io.tributary.sample.truth;

import io.tributary.sample.feedback.Voice;
import io.tributary.sample.feedback.Voices;
import io.tributary.sample.landing.Csv;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.source.Source;
import io.tributary.sample.world.Family;
import java.util.Locale;

/** What was really felt behind each review, post, ticket and chat, and by whom. */
public final class Sentiments implements Source {
  private static final Frame FRAME =
      Frame.table("source", "native_id", "person", "order_id", "said_on", "sentiment", "aspect");

  private final Voices voices;

  /** The feelings behind these voices. */
  public Sentiments(Voices voices) {
    this.voices = voices;
  }

  @Override
  public void open(Shipment shipment) {
    shipment.truth("sentiment.csv", FRAME);
  }

  @Override
  public void add(Family family, Shipment shipment) {
    for (var voice : voices.of(family)) {
      if (shipment.delivery().knows(voice.at())) {
        shipment
            .truth("sentiment.csv", FRAME)
            .add(
                source(voice) + voice.id(),
                Csv.line(
                    source(voice),
                    voice.id(),
                    voice.order().buyer().number(),
                    voice.order().id(),
                    voice.at().toLocalDate(),
                    String.format(Locale.ROOT, "%.2f", voice.sentiment()),
                    voice.aspect()));
      }
    }
  }

  private static String source(Voice voice) {
    return switch (voice.kind()) {
      case REVIEW -> "reviews";
      case MENTION -> "social_mentions";
      case TICKET -> "support_tickets";
      case CHAT -> "support_chats";
    };
  }
}
