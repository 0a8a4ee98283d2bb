package io.tributary.sample.feedback;

import io.tributary.sample.world.Draw;
import io.tributary.sample.world.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts a feeling about something into words. */
final class Phrases {
  private static final double CLEAR = .3;

  private record Topic(String language, String aspect, String mood) {}

  private final Map<Topic, List<String>> phrases = new HashMap<>();

  Phrases() {
    for (var row : Resource.rows(Phrases.class, "phrases.csv")) {
      var topic = new Topic(row.get(0), row.get(1), row.get(2));
      phrases.computeIfAbsent(topic, empty -> new ArrayList<>()).add(row.get(3));
    }
  }

  /** One or two sentences; the second is about something else, and in the same mood mostly. */
  String say(Experience experience, String language, Draw draw) {
    var text = sentence(experience.aspect(), experience.score(), language, draw);
    if (draw.chance(.4)) {
      var other = draw.pick(List.of(Experience.Aspect.values()));
      double mood = experience.score() + .4 * draw.normal();
      var more = sentence(other, mood, language, draw);
      return more.equals(text) ? text : text + " " + more;
    }
    return text;
  }

  private String sentence(Experience.Aspect aspect, double score, String language, Draw draw) {
    var mood = score > CLEAR ? "good" : score < -CLEAR ? "bad" : "fair";
    var topic = new Topic(language, aspect.name().toLowerCase(Locale.ROOT), mood);
    return draw.pick(phrases.get(topic));
  }
}
