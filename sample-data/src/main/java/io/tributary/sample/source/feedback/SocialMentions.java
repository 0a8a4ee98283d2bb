package io.tributary.sample.source.feedback;

import io.tributary.sample.feedback.Voice;
import io.tributary.sample.feedback.Voices;
import io.tributary.sample.landing.ExportFile;
import io.tributary.sample.landing.Frame;
import io.tributary.sample.landing.Json;
import io.tributary.sample.landing.Shipment;
import io.tributary.sample.source.Source;
import io.tributary.sample.source.Stamp;
import io.tributary.sample.world.Draw;
import io.tributary.sample.world.Family;
import io.tributary.sample.world.Moment;
import io.tributary.sample.world.ShopOrder;
import java.util.List;
import java.util.Locale;

/** Public posts that name a brand, one a line, as a listening tool collects them. */
public final class SocialMentions implements Source {
  private static final List<String> NETWORKS = List.of("instagram", "x", "tiktok", "facebook");

  private final Voices voices;

  /** The posts among these voices. */
  public SocialMentions(Voices voices) {
    this.voices = voices;
  }

  @Override
  public void open(Shipment shipment) {
    file(shipment);
  }

  private static ExportFile file(Shipment shipment) {
    return shipment.landing("social_mentions", "mentions.jsonl.gz", Frame.LINES);
  }

  @Override
  public void add(Family family, Shipment shipment) {
    for (var voice : voices.of(family)) {
      if (voice.kind() == Voice.Kind.MENTION && shipment.delivery().brings(voice.at())) {
        file(shipment).add(voice.at() + " " + voice.id(), record(voice) + "\n");
      }
    }
  }

  private static Json record(Voice voice) {
    var order = voice.order();
    var draw = Draw.of(order.buyer().number(), "handle");
    var network = draw.pick(NETWORKS);
    long followers = (long) draw.gamma(.6, 400);
    long likes = followers / 50 + Math.floorMod(voice.id(), 7);
    var at = Moment.utc(voice.at(), order.brand().zone());
    return new Json()
        .with("resourceId", network + "_" + voice.id())
        .with("queryName", "Prism " + order.brand().title())
        .with("pageType", network)
        .with("author", new Json().with("handle", handle(order)).with("followers", followers))
        .with("date", Stamp.utc(at))
        .with("language", voice.language())
        .with("snippet", "@prism" + order.brand().slug() + " " + voice.text())
        .with("engagement", new Json().with("likes", likes).with("shares", likes / 9))
        .with("url", "https://" + network + ".example/p/" + voice.id());
  }

  private static String handle(ShopOrder order) {
    var name = order.buyer().birthName();
    var letters = name.nickname().toLowerCase(Locale.ROOT) + name.last().charAt(0);
    return "@" + letters.replaceAll("[^a-zA-Z]", "") + order.buyer().number() % 10_000;
  }
}
