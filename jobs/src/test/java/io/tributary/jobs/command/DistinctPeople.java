package io.tributary.jobs.command;

/** Invented people who are easily told from one another, and how they are compared. */
final class DistinctPeople {
  /** The beginning of an identity file, up to its fields. */
  static final String COMPARED =
      """
      country: US
      fields:
        given: {kind: given_name, columns: [first_name]}
        born: {kind: date, columns: [birth_date]}
        postcode: {kind: number, columns: [postcode]}
      """;

  private DistinctPeople() {}

  /** A given name, a date of birth and a postcode, as cells of a CSV file. */
  static String cells(int person) {
    String given = "" + (char) ('a' + person % 26) + "ora" + (char) ('a' + person * 7 % 26);
    return "%s,%d-%02d-17,%d"
        .formatted(given, 1950 + person, 1 + person % 12, 10_000 + person * 613);
  }
}
