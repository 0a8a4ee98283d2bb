package io.tributary.models.identity.compare;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** One way of writing a telephone number, however a form, a till or a tool has written it. */
public final class Telephone {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final int SHORTEST = 5;

  private Telephone() {}

  /**
   * As dialled from abroad where the number is whole (ITU E.164: {@code +12125124021}), else its
   * digits; empty where there are too few of them, or one only that repeats.
   *
   * @param region the country, as in ISO 3166, of numbers that name none
   */
  public static String canonical(String given, String region) {
    return international(given, region).orElseGet(() -> digits(given));
  }

  /** The number as dialled from abroad; none where it is no whole one. */
  public static Optional<String> international(String given, String region) {
    String digits = digits(given);
    if (digits.isEmpty()) {
      return Optional.empty();
    }
    return parsed(given, region)
        .filter(
            number -> NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE)
        // Tools leave out the plus of numbers that they know to be international.
        .or(() -> parsed("+" + digits.replaceFirst("^00", ""), region).filter(Telephone::isValid))
        .map(number -> NUMBERS.format(number, PhoneNumberFormat.E164));
  }

  private static String digits(String given) {
    String digits = Folding.digits(given);
    boolean isFiller = digits.length() < SHORTEST || digits.chars().distinct().count() == 1;
    return isFiller ? "" : digits;
  }

  private static boolean isValid(PhoneNumber number) {
    return NUMBERS.isValidNumber(number);
  }

  private static Optional<PhoneNumber> parsed(String given, String region) {
    try {
      return Optional.of(NUMBERS.parse(given, region));
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
