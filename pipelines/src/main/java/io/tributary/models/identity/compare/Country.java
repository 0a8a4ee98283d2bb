package io.tributary.models.identity.compare;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The country that a code or a name stands for. */
public final class Country {
  private static final Set<String> CODES = Set.of(Locale.getISOCountries());

  private Country() {}

  /**
   * The code of two letters, as in ISO 3166, of a country that is written in two letters, in three
   * or by its English name.
   */
  public static Optional<String> code(String given) {
    String folded = folded(given);
    String code = folded.toUpperCase(Locale.ROOT);
    return CODES.contains(code) ? Optional.of(code) : Optional.ofNullable(Named.CODES.get(folded));
  }

  private static String folded(String given) {
    return Folding.words(given).replace(" ", "");
  }

  /** Apart, as most exports write codes and the names take the time of many plans to list. */
  private static final class Named {
    static final Map<String, String> CODES = codes();

    private static Map<String, String> codes() {
      Map<String, String> codes = new HashMap<>();
      for (String code : Locale.getISOCountries()) {
        Locale country = new Locale("", code);
        codes.put(folded(country.getDisplayCountry(Locale.ENGLISH)), code);
        codes.put(folded(country.getISO3Country()), code);
      }
      codes.put("uk", "GB");
      codes.put("unitedstatesofamerica", "US");
      codes.put("greatbritain", "GB");
      codes.put("england", "GB");
      codes.put("scotland", "GB");
      codes.put("wales", "GB");
      codes.put("northernireland", "GB");
      codes.put("thenetherlands", "NL");
      return codes;
    }
  }
}
