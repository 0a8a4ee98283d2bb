package io.tributary.models.identity.compare;

import java.util.List;
import java.util.Locale;

/** What a field holds, and with that how its values are compared. */
public enum Kind {
  GIVEN_NAME,
  FAMILY_NAME,
  /** Given names and family name in one column, or in several to be read in a row. */
  FULL_NAME,
  DATE,
  CATEGORY,
  EMAIL,
  PHONE,
  ADDRESS,
  /** A number of one person, such as a loyalty number. */
  IDENTIFIER,
  /** A number that many share, such as a postcode. */
  NUMBER,
  DEVICES,
  NETWORK,
  PURCHASES,
  /** A few words that many share, such as a city or an occupation. */
  TEXT,
  /** A few words that name the very thing, such as a place of business. */
  NAME;

  /**
   * The comparisons of the kind: one, but for a full name of which the parts are compared.
   *
   * @param country where numbers and dates were written, as in ISO 3166
   */
  public List<Comparison> comparisons(String country) {
    return this == FULL_NAME
        ? List.of(new GivenName(true), new FamilyName(true))
        : List.of(comparison(country));
  }

  private Comparison comparison(String country) {
    return switch (this) {
      case GIVEN_NAME -> new GivenName(false);
      case FAMILY_NAME, FULL_NAME -> new FamilyName(false);
      case DATE -> new BirthDate(country.toUpperCase(Locale.ROOT).equals("US"));
      case CATEGORY -> new Category();
      case EMAIL -> new Email();
      case PHONE -> new Phone(country.toUpperCase(Locale.ROOT));
      case ADDRESS -> new Address(Vocabulary.EMPTY.ofLetters());
      case IDENTIFIER -> new Numeral(true);
      case NUMBER -> new Numeral(false);
      case DEVICES, PURCHASES -> new Tokens();
      case NETWORK -> new Network();
      case TEXT -> new Text(false, Vocabulary.EMPTY);
      case NAME -> new Text(true, Vocabulary.EMPTY);
    };
  }
}
