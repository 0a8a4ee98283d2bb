package io.tributary.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.lake.RunPlan.PlannedFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveriesTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          2026-06-01 2026-06-02,            2026-06-03, -,          -
          2026-06-01 2062-06-01,            2026-06-03, -,          2062-06-01
          2062-06-01 2062-06-02 2026-06-01, 2026-06-03, -,          2062-06-01
          2062-06-01,                       2026-06-03, 2026-06-01, 2062-06-01
          2025-01-01 2026-06-01,            2026-06-03, -,          -
          2026-06-01 2026-06-02 2026-06-09, 2024-01-01, -,          -
          2026-06-01 2026-06-02 2026-06-10, 2024-01-01, -,          2026-06-10
          2026-06-02,                       2024-01-01, 2026-06-01, -
          2026-06-01,                       2024-01-01, -,          -
          """)
  void aDateAfterTomorrowIsAMistakeUnlessItFollowsTheDaysBeforeIt(
      String delivered, LocalDate tomorrow, LocalDate reached, LocalDate misdated) {
    var files =
        Stream.of(delivered.split(" "))
            .map(day -> new PlannedFile("till", day, null, LocalDate.parse(day), 1, 1))
            .toList();

    assertThat(new Deliveries(files, List.of()).misdated(tomorrow, Optional.ofNullable(reached)))
        .map(PlannedFile::delivered)
        .isEqualTo(Optional.ofNullable(misdated));
  }
}
