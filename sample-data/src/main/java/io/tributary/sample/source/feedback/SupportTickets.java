package io.tributary.sample.source.feedback;

import io.tributary.sample.feedback.Voice;
import io.tributary.sample.feedback.Voices;
import io.tributary.sample.landing.Delivery;
import io.tributary.sample.landing.ExportFile;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Json;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.source.Source;
import io.tributary.sample.source.Stamp;
import io.tributary.sample.world.Family;
import io.tributary.sample.world.Moment;
import io.tributary.sample.world.Scramble;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Support tickets of all brands as Zendesk exports them, again when they are solved. */
public final class SupportTickets implements Source {
  private final Voices voices;

  /** The tickets among these voices. */
  public SupportTickets(Voices voices) {
    this.voices = voices;
  }

  @Override
  public void open(Shipment shipment) {
    file(shipment);
  }

  private static ExportFile file(Shipment shipment) {
    return shipment.landing("support_tickets", "tickets.json.gz", Frame.document("tickets"));
  }

  @Override
  public void add(Family family, Shipment shipment) {
    for (var voice : voices.of(family)) {
      if (voice.kind() == Voice.Kind.TICKET) {
        var openedAt = Moment.utc(voice.at(), voice.order().brand().zone());
        shipment
            .delivery()
            .latest(Stream.of(openedAt, solvedAt(openedAt, voice)))
            .ifPresent(
                updatedAt ->
                    file(shipment)
                        .add(
                            openedAt + " " + voice.id(),
                            record(voice, openedAt, shipment.delivery()).toString()));
      }
    }
  }

  private static LocalDateTime solvedAt(LocalDateTime openedAt, Voice voice) {
    return openedAt.plusHours(3 + Math.floorMod(voice.id(), 90));
  }

  private static Json record(Voice voice, LocalDateTime openedAt, Delivery delivery) {
    var order = voice.order();
    var solvedAt = solvedAt(openedAt, voice);
    boolean solved = delivery.knows(solvedAt);
    boolean urgent = voice.sentiment() < -.7;
    long requester = 390_000_000_000L + Scramble.of(order.buyer().number(), 31);
    return new Json()
        .with("id", voice.id())
        .with("url", "https://prism.zendesk.example/api/v2/tickets/" + voice.id() + ".json")
        .with("created_at", Stamp.utc(openedAt))
        .with("updated_at", Stamp.utc(solved ? solvedAt : openedAt))
        .with("via", new Json().with("channel", voice.id() % 3 == 0 ? "web" : "email"))
        .with("type", voice.sentiment() < 0 ? "problem" : "question")
        .with("subject", subject(voice))
        .with("description", voice.text())
        .with("priority", urgent ? "urgent" : "normal")
        .with("status", solved ? "solved" : "open")
        .with(
            "requester",
            new Json()
                .with("id", requester)
                .with("name", order.checkout().recipient().first())
                .with("email", order.checkout().email()))
        .with("brand", "Prism " + order.brand().title())
        .with("tags", List.of(voice.aspect(), "order_" + order.id()))
        .with("comments", comments(voice, openedAt, solved))
        .with("satisfaction_rating", new Json().with("score", rating(voice, solved)));
  }

  private static String subject(Voice voice) {
    var aspect =
        voice.aspect().substring(0, 1).toUpperCase(Locale.ROOT) + voice.aspect().substring(1);
    return aspect + " of order #" + voice.order().id() % 10_000_000_000L;
  }

  private static List<Json> comments(Voice voice, LocalDateTime openedAt, boolean solved) {
    var comments = new ArrayList<Json>();
    comments.add(comment("end-user", voice.text(), openedAt));
    if (solved) {
      var answer = "Hello, thank you for writing to us. We have looked into your order.";
      comments.add(comment("agent", answer, solvedAt(openedAt, voice)));
    }
    return comments;
  }

  private static Json comment(String role, String body, LocalDateTime at) {
    return new Json()
        .with("author_role", role)
        .with("body", body)
        .with("created_at", Stamp.utc(at));
  }

  private static String rating(Voice voice, boolean solved) {
    if (!solved || voice.id() % 2 == 0) {
      return "unoffered";
    }
    return voice.sentiment() < 0 ? "bad" : "good";
  }
}
