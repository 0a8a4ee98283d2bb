package io.tributary.silver.identity.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.lake.TributaryException;
import io.tributary.lake.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchSpecTest {
  private static final String GIVEN = "fields: {given: {kind: given_name, columns: [a]}}\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {columns: [a]}                      | : fields: given: kind: is missing; one of [given_name, family_name,
          {kind: given_name}                  | : fields: given: columns: found none; name those that give its value
          {kind: given_name, columns: []}     | : fields: given: columns: found none
          {kind: given_name, columns: [null]} | : fields: given: columns: found none
          {kind: surname, columns: [a]}       | , line 1: 'surname' is not allowed for 'kind'; allowed: given_name,
          """)
  void aFieldThatIsNotWholeIsRefusedByName(String field, String words) throws IOException {
    assertRefused("fields: {given: %s}".formatted(field), words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          blocking: [given + town]                  | : blocking: There is no field 'town'; the fields are [given]
          blocking: [given.sight]                   | : blocking: The blocking rule 'given.sight' asks for 'sight' of 'given'
          proven: {loyalty: [crm]}                  | : proven: found loyalty: [crm]; allowed are sources by kind, as in email or phone: [crm_members]
          country: Atlantis                         | : country: found 'Atlantis', which is none; give its code, as US or DE
          settings: {join: 82}                      | , line 2: settings: join: found 82.0; allowed is what lies between 0 and 1
          settings: {review: 0}                     | , line 2: settings: review: found 0.0; allowed is what lies between
          settings: {review: 0.9}                   | , line 2: settings: review: found 0.9; allowed is no more than join, which is 0.82
          settings: {join: 0.5}                     | , line 2: settings: review: found 0.6; allowed is no more than join, which is 0.5
          settings: {block: 0}                      | , line 2: settings: block: found 0; allowed are 1 and more
          settings: {retrain: -0.1}                 | , line 2: settings: retrain: found -0.1; allowed are 0 and more
          golden: {fields: {town: [recent]}}        | , line 2: golden: fields: unknown field 'town'; allowed are birth_year, gender, accepts_marketing, place, name, birth_date, email, phone, address
          """)
  void whatCannotBeMeantIsRefusedWithItsPlace(String more, String words) throws IOException {
    assertRefused(GIVEN + more, words);
  }

  @Test
  void moreFieldsThanCanBeComparedAreRefused() throws IOException {
    String fields =
        IntStream.rangeClosed(1, 16)
            .mapToObj("f%d: {kind: text, columns: [a]}"::formatted)
            .collect(Collectors.joining(", "));

    assertRefused(
        "fields: {" + fields + "}",
        ": Records are compared in 1 to 15 fields, but 16 are declared");
  }

  @Test
  void whatIsWholeIsTaken() throws IOException {
    Path file = folder.resolve("identity.yaml");
    Files.writeString(
        file,
        GIVEN
            + """
            blocking: [given.root]
            settings: {join: 0.9, review: 0.9}
            golden: {fields: {place: [complete]}}
            """);

    MatchSpec spec = YamlFile.read(file, MatchSpec.class);

    assertThat(spec.rules()).hasSize(1);
    assertThat(spec.numbers().join()).isEqualTo(0.9);
    assertThat(spec.golden().rules("place")).containsExactly(GoldenSpec.Rule.COMPLETE);
  }

  private void assertRefused(String yaml, String words) throws IOException {
    Path file = folder.resolve("identity.yaml");
    Files.writeString(file, yaml);

    assertThatThrownBy(() -> YamlFile.read(file, MatchSpec.class))
        .isInstanceOf(TributaryException.class)
        .hasMessageStartingWith(file + words);
  }
}
