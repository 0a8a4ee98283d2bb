package io.tributary.silver;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.udf;

import io.tributary.lake.Field;
import io.tributary.models.identity.compare.Country;
import io.tributary.models.identity.compare.Telephone;
import io.tributary.silver.identity.match.MatchSpec;
import java.io.Serializable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF2;

/**
 * Phone numbers of customers: one that names no country is of the customer's.
 *
 * @param country the country, as in ISO 3166, of customers of whom none is known
 */
public record PhoneNumbers(String country) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** As declared of people; null where nothing is. */
  public static PhoneNumbers of(MatchSpec declared) {
    return new PhoneNumbers(declared == null ? MatchSpec.STANDARD_COUNTRY : declared.country());
  }

  /** The form in which equal numbers are equal; null where there is none. */
  Column canonical(Column given, Column country) {
    UDF2<String, String, String> canonical =
        (number, of) -> {
          String known = number == null ? "" : Telephone.canonical(number, region(of));
          return known.isEmpty() ? null : known;
        };
    return udf(canonical, Field.TEXT).withName("canonical_phone").apply(given, country);
  }

  /** The number as dialled from abroad where it is whole, else as it was given. */
  Column contact(Column given, Column country) {
    UDF2<String, String, String> whole =
        (number, of) ->
            number == null ? null : Telephone.international(number, region(of)).orElse(null);
    Column international =
        udf(whole, Field.TEXT).withName("international_phone").apply(given, country);
    return coalesce(international, Canonical.text(given));
  }

  private String region(String of) {
    return of == null ? country : Country.code(of).orElse(country);
  }
}
