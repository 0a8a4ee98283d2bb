package io.tributary.sample.world;

import java.util.ArrayList;
import java.util.List;

/** The given names and surnames of each language, common ones first. */
public final class Names {
  private record Given(String language, String gender, String name, String nickname) {}

  private record Surname(String language, String name) {}

  private final List<Given> given = new ArrayList<>();
  private final List<Surname> surnames = new ArrayList<>();

  /** Reads the names this module carries. */
  public Names() {
    for (var row : Resource.rows("given_names.csv")) {
      var nickname = row.get(3).isEmpty() ? row.get(2) : row.get(3);
      given.add(new Given(row.get(0), row.get(1), row.get(2), nickname));
    }
    for (var row : Resource.rows("surnames.csv")) {
      surnames.add(new Surname(row.get(0), row.get(1)));
    }
  }

  /** A surname of someone living in this country. */
  public String surname(String country, Draw draw) {
    var language = language(country, draw);
    var local = surnames.stream().filter(name -> name.language().equals(language)).toList();
    return commonFirst(local, draw).name();
  }

  /** A full name with this surname, of someone living in this country. */
  public Name name(String surname, String gender, String country, Draw draw) {
    var language = language(country, draw);
    var local =
        given.stream()
            .filter(name -> name.language().equals(language) && name.gender().equals(gender))
            .toList();
    var chosen = draw.pick(local);
    return new Name(chosen.name(), surname, chosen.nickname(), gender);
  }

  private static String language(String country, Draw draw) {
    boolean german = country.equals("DE") ? draw.chance(.88) : draw.chance(.03);
    return german ? "de" : "en";
  }

  private static <T> T commonFirst(List<T> options, Draw draw) {
    double spread = draw.uniform();
    return options.get((int) (StrictMath.pow(spread, 1.4) * options.size()));
  }
}
