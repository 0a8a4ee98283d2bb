package io.tributary.sample.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The given names and surnames of each language, common surnames first. */
public final class Names {
  private record Given(String name, String nickname) {}

  private record Speakers(String language, String gender) {}

  private final Map<Speakers, List<Given>> given = new HashMap<>();
  private final Map<String, List<String>> surnames = new HashMap<>();

  /** Reads the names this module carries. */
  public Names() {
    for (var row : Resource.rows("given_names.csv")) {
      var nickname = row.get(3).isEmpty() ? row.get(2) : row.get(3);
      given
          .computeIfAbsent(new Speakers(row.get(0), row.get(1)), speakers -> new ArrayList<>())
          .add(new Given(row.get(2), nickname));
    }
    for (var row : Resource.rows("surnames.csv")) {
      surnames.computeIfAbsent(row.get(0), language -> new ArrayList<>()).add(row.get(1));
    }
  }

  /** A surname of someone living in this country. */
  public String surname(String country, Draw draw) {
    var local = surnames.get(language(country, draw));
    return local.get((int) (StrictMath.pow(draw.uniform(), 1.4) * local.size()));
  }

  /** A full name with this surname, of someone living in this country. */
  public Name name(String surname, String gender, String country, Draw draw) {
    var chosen = draw.pick(given.get(new Speakers(language(country, draw), gender)));
    return new Name(chosen.name(), surname, chosen.nickname(), gender);
  }

  private static String language(String country, Draw draw) {
    boolean german = country.equals("DE") ? draw.chance(.88) : draw.chance(.03);
    return german ? "de" : "en";
  }
}
