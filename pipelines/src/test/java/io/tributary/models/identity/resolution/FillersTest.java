package io.tributary.models.identity.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.models.identity.compare.Comparison;
import io.tributary.models.identity.compare.Kind;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Dates as they are standardised, and how many records give each. */
class FillersTest {
  private static final Comparison DATE = Kind.DATE.comparisons("GB").get(0);

  private final Map<String, Long> counts = new TreeMap<>();

  @Test
  void usualYearsAreNoFillers() {
    give(83, 1950, 2009);

    assertThat(fillers()).isEmpty();
  }

  @Test
  void theYearsOfOneOrTwoClassesAreNoFillers() {
    counts.put("20150000", 4_900L);
    counts.put("19850000", 100L);
    assertThat(fillers()).isEmpty();

    counts.put("20140000", 4_000L);
    assertThat(fillers()).isEmpty();
  }

  @Test
  void aYearFarAboveTheOthersIsAFiller() {
    give(83, 1950, 2009);
    counts.put("19000000", 1_000L);

    assertThat(fillers()).containsExactly("19000000");
  }

  @Test
  void theDaysOfOneYearAreNoFillersButOneThatMoreGive() {
    days(2010, 548);
    counts.put("19000101", 6_000L);
    counts.put("20100101", 6_000L);

    assertThat(fillers()).containsExactlyInAnyOrder("19000101", "20100101");
  }

  @Test
  void theMonthsOfOneYearAreNoFillersButOneThatMoreGive() {
    for (int month = 1; month <= 12; month++) {
      counts.put("2010%02d00".formatted(month), 400L);
    }
    counts.put("19000100", 150L);

    assertThat(fillers()).containsExactly("19000100");
  }

  @Test
  void ofScatteredDatesThreeInAHundredAreFillers() {
    for (int year = 1950; year < 1960; year++) {
      days(year, 1);
    }
    counts.put("19000101", 110L);
    counts.put("19700101", 110L);
    counts.put("19580405", 40L);

    assertThat(fillers()).containsExactlyInAnyOrder("19000101", "19700101");
  }

  @Test
  void aFillerThatMostGiveIsOne() {
    days(1960, 2);
    counts.put("18991230", 5_000L);
    counts.put("18991231", 4_000L);

    assertThat(fillers()).containsExactlyInAnyOrder("18991230", "18991231");
  }

  @Test
  void theFirstDayOfEachYearIsAFillerWhereItStandsForTheYear() {
    for (int year = 1950; year < 1960; year++) {
      days(year, 3);
      counts.put(year + "0101", 200L);
    }

    assertThat(fillers()).hasSize(10).allMatch(date -> date.endsWith("0101"));
  }

  private void give(long times, int from, int to) {
    for (int year = from; year <= to; year++) {
      counts.put(year + "0000", times);
    }
  }

  private void days(int year, long times) {
    for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
      counts.put(day.format(DateTimeFormatter.BASIC_ISO_DATE), times);
    }
  }

  private Set<String> fillers() {
    long records = counts.values().stream().mapToLong(Long::longValue).sum();
    return Fillers.among(DATE, counts, records);
  }
}
