package io.tributary.sample.feedback;

import io.tributary.sample.world.Draw;
import io.tributary.sample.world.Family;
import io.tributary.sample.world.Scale;
import io.tributary.sample.world.ShopOrder;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What families say about their web orders. Sentiment follows the experience; the unhappy speak up
 * more often, and those who are let down soon stop buying.
 */
public final class Voices {
  private static final double GERMAN = .5;

  private final Scale scale;
  private final Phrases phrases = new Phrases();
  private long household = -1;
  private List<Voice> known = List.of();

  /** The voices of a world of this scale. */
  public Voices(Scale scale) {
    this.scale = scale;
  }

  /** Everything a family says, now or later; those of the family asked for last are kept. */
  public List<Voice> of(Family family) {
    if (family.household().number() != household) {
      known = make(family);
      household = family.household().number();
    }
    return known;
  }

  private List<Voice> make(Family family) {
    var voices = new ArrayList<Voice>();
    for (var life : family.lives()) {
      for (var order : life.orders()) {
        if (order.isPlacedOnline()) {
          speak(order, voices);
        }
      }
    }
    return voices;
  }

  private void speak(ShopOrder order, List<Voice> voices) {
    var draw = Draw.of(scale.seed(), "voice", order.buyer().number(), order.number());
    var experience = Experience.of(order, scale, draw);
    boolean german = order.buyer().country().equals("DE") && draw.chance(GERMAN);
    double heat = experience.score() * experience.score();
    double anger = experience.isBad() ? .28 : 0;
    var speech = new Speech(order, experience, german ? "de" : "en", draw);
    speech.maybe(Voice.Kind.REVIEW, .05 + .12 * heat, 24 * 12, voices);
    speech.maybe(Voice.Kind.MENTION, .008 + .05 * heat, 24 * 8, voices);
    speech.maybe(Voice.Kind.TICKET, .012 + anger, 24 * 5, voices);
    speech.maybe(Voice.Kind.CHAT, .02 + anger / 3, 24 * 4, voices);
  }

  private final class Speech {
    private final ShopOrder order;
    private final Experience experience;
    private final String language;
    private final Draw draw;

    Speech(ShopOrder order, Experience experience, String language, Draw draw) {
      this.order = order;
      this.experience = experience;
      this.language = language;
      this.draw = draw;
    }

    void maybe(Voice.Kind kind, double chance, int meanHours, List<Voice> voices) {
      boolean speaks = draw.chance(chance);
      double hours = 8 + meanHours * draw.gamma(2, 1);
      var text = phrases.say(experience, language, draw);
      if (speaks) {
        LocalDateTime at = order.at().plusMinutes((long) (hours * 60));
        var aspect = experience.aspect().name().toLowerCase(Locale.ROOT);
        voices.add(new Voice(kind, order, at, experience.score(), aspect, language, text));
      }
    }
  }
}
