package io.tributary.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.bronze.Header.Change;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderTest {
  private static Header header(String stream, int day, String... names) {
    LocalDate delivered = LocalDate.of(2026, 6, day);
    return new Header(stream.formatted(delivered), delivered, List.of(names));
  }

  @Test
  void theFirstFileOfAChangeIsNamedAndTheOnesAfterItAreNot() {
    List<Header> landed =
        List.of(
            header("clicks/%s/clicks.csv", 3, "id", "day", "visitor"),
            header("clicks/%s/clicks.csv", 1, "id", "day", "client"),
            header("clicks/%s/clicks.csv", 4, "id", "day", "visitor"),
            header("clicks/%s/clicks.csv", 2, "day", "client", "id"));

    assertThat(Header.changes(List.of(), landed))
        .containsExactly(
            new Change(
                "clicks/2026-06-03/clicks.csv",
                "The columns are not those of 2026-06-02 (gone: client; new: visitor); what the"
                    + " source's YAML reads of a column that is gone is empty from here on."));
  }

  @Test
  void aFileIsComparedWithTheLastOfItsOwnKindThatLandedEarlier() {
    List<Header> before =
        List.of(header("%s/uk.csv", 1, "id", "pounds"), header("%s/de.csv", 1, "id", "euros"));
    List<Header> landed =
        List.of(
            header("%s/uk.csv", 2, "id", "pounds", "pence"), header("%s/de.csv", 2, "euros", "id"));

    assertThat(Header.changes(before, landed))
        .containsExactly(
            new Change(
                "2026-06-02/uk.csv",
                "The columns are not those of 2026-06-01 (new: pence); map what is new in the"
                    + " source's YAML where a table has use for it."));
  }

  @Test
  void aRowThatStandsInForTheHeaderIsNotRepeated() {
    List<Header> before = List.of(header("%s/people.csv", 1, "id", "name", "town"));
    List<Header> landed = List.of(header("%s/people.csv", 2, "17", "Ada Byron", "London"));

    assertThat(Header.changes(before, landed))
        .containsExactly(
            new Change(
                "2026-06-02/people.csv",
                "3 of the 3 columns of 2026-06-01 are gone; perhaps the header is missing. What the"
                    + " source's YAML reads of them is empty from here on."));
  }

  @Test
  void aTaskThatWasTriedTwiceTellsNothingNew() {
    Header header = header("%s/a.csv", 1, "id");

    assertThat(Header.changes(List.of(), List.of(header, header))).isEmpty();
  }
}
