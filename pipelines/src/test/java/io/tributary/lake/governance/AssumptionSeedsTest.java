package io.tributary.lake.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.lake.TributaryException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssumptionSeedsTest {
  @TempDir Path folder;

  @Test
  void theHouseSeedsAreTheCertifiedConstants() {
    var book =
        new AssumptionBook(
            AssumptionSeeds.load(
                Path.of(System.getProperty("project.root"), "conf", "assumptions.yaml")));
    var day = LocalDate.parse("2011-12-09");

    assertThat(book.value(AssumptionName.LIFESPAN_YEARS, "any", day)).isEqualByComparingTo("3.2");
    assertThat(book.value(AssumptionName.GROSS_MARGIN, "any", day)).isEqualByComparingTo("0.42");
  }

  @Test
  void aSeedCountsAsRecordedAtTheStartOfItsFirstDay() throws IOException {
    var seeds = AssumptionSeeds.load(file(seed("gross_margin", "0.5", "2025-03-01")));

    assertThat(seeds)
        .containsExactly(
            new Assumption(
                AssumptionName.GROSS_MARGIN,
                null,
                new BigDecimal("0.5"),
                LocalDate.parse("2025-03-01"),
                "finance",
                null,
                Instant.parse("2025-03-01T00:00:00Z")));
  }

  @Test
  void aFaultNamesTheFileTheLineAndWhatIsAllowed() {
    refused(seed("gros_margin", "0.5", "2025-03-01"), "line 2", "gros_margin", "gross_margin");
    refused(seed("gross_margin", "42", "2025-03-01"), "cannot be 42", "from 0 to 1");
    refused(seed("gross_margin", "much", "2025-03-01"), "line 3", "'much'", "'value'");
    refused(seed("gross_margin", "0.12345678", "2025-03-01"), "0.12345678", "6 digits");
    refused(seed("gross_margin", "0.5", "2025-02-30"), "line 4", "2025-02-30");
    refused(seed("gross_margin", "0.5", "2025-03-01") + "    colour: red\n", "line 6", "colour");
    refused(
        "assumptions:\n  - name: gross_margin\n    value: 0.5\n    owner: x\n", "effective_from");
    refused("", "empty");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> AssumptionSeeds.load(folder.resolve("none.yaml")))
        .isInstanceOf(TributaryException.class)
        .hasMessageContaining("There is no file")
        .hasMessageContaining("none.yaml");
  }

  private void refused(String yaml, String... words) {
    assertThatThrownBy(() -> AssumptionSeeds.load(file(yaml)))
        .isInstanceOf(TributaryException.class)
        .hasMessageContaining("seeds.yaml")
        .hasMessageContainingAll(words);
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("seeds.yaml"), yaml);
  }

  private static String seed(String name, String value, String day) {
    return """
        assumptions:
          - name: %s
            value: %s
            effective_from: %s
            owner: finance
        """
        .formatted(name, value, day);
  }
}
