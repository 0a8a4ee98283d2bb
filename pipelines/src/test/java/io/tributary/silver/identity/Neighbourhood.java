package io.tributary.silver.identity;

import io.tributary.models.identity.compare.Kind;
import io.tributary.silver.identity.match.MatchSpec;
import io.tributary.silver.identity.match.MatchSpec.FieldSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Profiles of people who are easily told from one another, two of each. */
final class Neighbourhood {
  private Neighbourhood() {}

  static String customerRecord(int profiles) {
    return rows(
        "record_key | email_hash | is_email_verified",
        profiles,
        place -> key(place) + " | - | false");
  }

  static String contactPoints(int profiles) {
    return rows(
        "record_key | first_name | birth_date | postcode", profiles, Neighbourhood::contact);
  }

  /** Lines of people who have nothing in common with the profiles, for the first of both tables. */
  static String strangers(int profiles) {
    return lines(profiles, place -> stranger(place) + " | - | false");
  }

  /** The same people's lines for the second table. */
  static String strangersContacts(int profiles) {
    return lines(
        profiles,
        place ->
            "%s | u%c%c%c | %d-%02d-03 | %d"
                .formatted(
                    stranger(place),
                    (char) ('a' + place % 26),
                    (char) ('a' + place / 26 % 26),
                    (char) ('a' + place / 676),
                    1910 + place % 30,
                    1 + place % 12,
                    90_000 + place));
  }

  private static String stranger(int place) {
    return "s%04d".formatted(place);
  }

  private static String lines(int profiles, IntFunction<String> row) {
    return IntStream.range(0, profiles)
        .mapToObj(place -> "\n" + row.apply(place))
        .collect(Collectors.joining());
  }

  private static String rows(String head, int profiles, IntFunction<String> row) {
    return head + lines(profiles, row);
  }

  static String key(int place) {
    return "r%03d".formatted(place);
  }

  private static String contact(int place) {
    int person = place / 2;
    char first = (char) ('a' + person % 26);
    char second = (char) ('a' + person * 7 % 26);
    return "%s | %c%s%c%c | %d-%02d-17 | %d"
        .formatted(
            key(place),
            first,
            "ora",
            second,
            (char) ('a' + person / 26),
            1950 + person * 7 % 50,
            1 + person % 12,
            10_000 + person * 613);
  }

  /** What is compared; the postcode is that of one person, or of many. */
  static MatchSpec spec(Kind postcode) {
    return spec(postcode, null);
  }

  /** The same, with a model that serves until profiles have grown by this share. */
  static MatchSpec spec(Kind postcode, Double retrain) {
    Map<String, FieldSpec> fields = new LinkedHashMap<>();
    fields.put("given", new FieldSpec(Kind.GIVEN_NAME, List.of("first_name"), null, null));
    fields.put("born", new FieldSpec(Kind.DATE, List.of("birth_date"), null, null));
    fields.put("postcode", new FieldSpec(postcode, List.of("postcode"), null, null));
    MatchSpec.Numbers numbers =
        retrain == null ? null : new MatchSpec.Numbers(null, null, null, null, null, retrain);
    return new MatchSpec("US", fields, List.of(), numbers);
  }
}
