package io.tributary.models.identity.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * Dates in digits, year first; a part that is not known is all zeros.
 *
 * @param isMonthFirst whether 03/04/1990 is a day in March
 */
record BirthDate(boolean isMonthFirst) implements Comparison {
  private static final long serialVersionUID = 1L;
  private static final int GENERATION = 0;
  private static final int DIFFERENT = 1;
  private static final int NEAR = 2;
  private static final int TWO_PARTS = 3;
  private static final int CLOSE = 4;
  private static final int YEAR_AND_MONTH = 400;
  private static final int GENERATION_DAYS = 15 * 365;
  private static final String NO_PART = "00";

  @Override
  public String standardise(List<String> columns) {
    List<String> parts = new ArrayList<>();
    for (String column : columns) {
      parts.addAll(parts(column));
    }
    if (parts.size() == 1) {
      parts = whole(parts.get(0));
    }
    boolean hasDigits = parts.stream().anyMatch(part -> !part.startsWith("m"));
    return hasDigits ? date(parts) : "";
  }

  /** The runs of digits, without a time of day; a month in letters is a number. */
  private static List<String> parts(String column) {
    String folded = Folding.words(column);
    List<String> parts = new ArrayList<>(3);
    for (String piece : Folding.pieces(folded, ' ')) {
      int month = Months.number(piece);
      if (month > 0) {
        parts.add("m" + month);
      } else if (Character.isDigit(piece.charAt(0)) && parts.size() < 3) {
        int end = piece.indexOf('t');
        parts.add(Folding.digits(end < 0 ? piece : piece.substring(0, end)));
      }
    }
    return parts;
  }

  private List<String> whole(String digits) {
    return switch (digits.length()) {
      case 8 ->
          isYear(digits.substring(0, 4))
              ? List.of(digits.substring(0, 4), digits.substring(4, 6), digits.substring(6))
              : List.of(digits.substring(0, 2), digits.substring(2, 4), digits.substring(4));
      case 6 -> List.of(digits.substring(0, 4), digits.substring(4));
      case 4 -> List.of(digits);
      default -> List.of();
    };
  }

  private String date(List<String> parts) {
    String named = parts.stream().filter(part -> part.startsWith("m")).findFirst().orElse(null);
    List<String> rest = parts.stream().filter(part -> !part.startsWith("m")).toList();
    int at = rest.get(0).length() == 4 ? 0 : rest.size() - 1;
    String year = year(rest.get(at));
    List<String> others = at == 0 ? rest.subList(1, rest.size()) : rest.subList(0, at);
    String month = named == null ? null : named.substring(1);
    String day = null;
    if (named != null) {
      day = others.isEmpty() ? null : others.get(0);
    } else if (!others.isEmpty()) {
      boolean isMonthBefore = at == 0 || isMonthFirst;
      month = others.get(isMonthBefore || others.size() == 1 ? 0 : 1);
      day = others.size() == 1 ? null : others.get(isMonthBefore ? 1 : 0);
    }
    String date = year + two(month) + two(day);
    return date.equals("00000000") ? "" : ordered(date);
  }

  /** A month above twelve is a day. */
  private static String ordered(String date) {
    String month = date.substring(4, 6);
    String day = date.substring(6);
    boolean isSwapped = month.compareTo("12") > 0 && day.compareTo("12") <= 0;
    return isSwapped ? date.substring(0, 4) + day + month : date;
  }

  private static String year(String digits) {
    if (digits.length() != 2) {
      return digits.length() == 4 ? digits : "0000";
    }
    return (digits.compareTo("30") < 0 ? "20" : "19") + digits;
  }

  private static String two(String digits) {
    if (digits == null || digits.length() > 2) {
      return NO_PART;
    }
    return digits.length() == 1 ? "0" + digits : digits;
  }

  private static boolean isYear(String digits) {
    return digits.startsWith("18") || digits.startsWith("19") || digits.startsWith("20");
  }

  @Override
  public List<String> levels() {
    return List.of(
        "a generation apart",
        "different",
        "a year apart",
        "two parts",
        "one slip or day and month swapped");
  }

  @Override
  public int level(Value one, Value other) {
    String a = one.text();
    String b = other.text();
    boolean isWhole = isWhole(a) && isWhole(b);
    if (isWhole && (Edits.atMostOne(one.letters(), other.letters()) || isSwapped(a, b))) {
      return CLOSE;
    }
    boolean year = a.regionMatches(0, b, 0, 4);
    boolean month = isSame(a, b, 4);
    boolean day = isSame(a, b, 6);
    if ((year && (month || day)) || (month && day)) {
      return TWO_PARTS;
    }
    int apart = Math.abs(days(one.number()) - days(other.number()));
    if (year || apart <= YEAR_AND_MONTH) {
      return NEAR;
    }
    return isWhole && apart >= GENERATION_DAYS ? GENERATION : DIFFERENT;
  }

  /** Days since the year 0, near enough to tell dates that are a year apart. */
  private static int days(int number) {
    int year = number / 10_000;
    return year == 0 ? number - 1_000_000 : year * 365 + number / 100 % 100 * 30 + number % 100;
  }

  private static boolean isWhole(String date) {
    return !date.startsWith(NO_PART, 4) && !date.startsWith(NO_PART, 6);
  }

  private static boolean isSwapped(String one, String other) {
    return one.regionMatches(0, other, 0, 4)
        && one.regionMatches(4, other, 6, 2)
        && one.regionMatches(6, other, 4, 2);
  }

  private static boolean isSame(String one, String other, int at) {
    return one.regionMatches(at, other, at, 2) && !one.startsWith(NO_PART, at);
  }

  @Override
  public List<String> forms() {
    return List.of("month", "day", "year");
  }

  @Override
  public List<String> keys(String text, String form) {
    return switch (form) {
      case "year" -> List.of(text.substring(0, 4));
      case "month" -> text.startsWith(NO_PART, 4) ? List.of() : List.of(text.substring(0, 6));
      case "day" -> isWhole(text) ? List.of(text.substring(4)) : List.of();
      default -> List.of();
    };
  }

  /** Father and son may share all but this. */
  @Override
  public boolean tellsClosestApart() {
    return true;
  }

  @Override
  public boolean isPersonal() {
    return true;
  }

  @Override
  public boolean hasFillers() {
    return true;
  }

  /** The days of the month; where none is known, the months of the year; else the years. */
  @Override
  public String peers(String text) {
    if (!text.startsWith(NO_PART, 6)) {
      return text.substring(0, 6);
    }
    return text.startsWith(NO_PART, 4) ? "" : text.substring(0, 4);
  }
}
