package io.tributary.silver.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.models.identity.compare.Kind;
import io.tributary.silver.identity.match.MatchSpec;
import io.tributary.silver.identity.match.MatchState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityModelsTest {
  @TempDir private Path folder;
  private IdentityHouse house;

  @BeforeEach
  void open() {
    house = new IdentityHouse(folder);
  }

  @Test
  void aModelIsKeptUntilTheFieldsChangeOrProfilesOutgrowIt() {
    night(100, Kind.NUMBER);
    night(119, Kind.NUMBER);
    night(121, Kind.NUMBER);
    night(121, Kind.IDENTIFIER);

    Rows.assertRows(
        house.table(IdentityModels.TABLE),
        """
        run | trained_date | profiles | reason
        1   | 2026-01-01   | 100      | There was none
        3   | 2026-01-03   | 121      | Profiles grew from 100 to 121
        4   | 2026-01-04   | 121      | The fields or the blocking are declared otherwise
        """);
  }

  @Test
  void theModelOfANightBeforeFindsThePeopleThatItFoundThen() {
    night(100, Kind.NUMBER);
    List<String> links = Rows.of(house.table(IdentityLinks.TABLE));

    night(100, Kind.NUMBER);

    assertThat(links).anyMatch(link -> link.contains("probabilistic"));
    assertThat(Rows.of(house.table(IdentityLinks.TABLE))).isEqualTo(links);
    assertThat(house.table(IdentityModels.TABLE).count()).isEqualTo(1);
  }

  @Test
  void strangersChangeNobodyUnderTheSameModel() {
    MatchSpec frozen = Neighbourhood.spec(Kind.NUMBER, 1e6);
    String records = Neighbourhood.customerRecord(100);
    String contacts = Neighbourhood.contactPoints(100);
    house.night(records, contacts, frozen);
    List<String> links = linksOfNeighbours();

    house.night(
        records + Neighbourhood.strangers(5_000),
        contacts + Neighbourhood.strangersContacts(5_000),
        frozen);

    assertThat(links).hasSize(100).anyMatch(link -> link.contains("probabilistic"));
    assertThat(linksOfNeighbours()).isEqualTo(links);
    assertThat(house.table(IdentityLinks.TABLE).count()).isEqualTo(5_100);
    assertThat(house.table(IdentityModels.TABLE).count()).isEqualTo(1);
  }

  private List<String> linksOfNeighbours() {
    return Rows.of(house.table(IdentityLinks.TABLE).filter("record_key like 'r%'"));
  }

  @Test
  void aProfileThatChangesIsMatchedAgainAmongAll() {
    night(100, Kind.NUMBER);
    assertThat(people()).containsEntry("r020", "r020").containsEntry("r021", "r020");
    String contacts = Neighbourhood.contactPoints(100);
    String other = line(contacts, "r050").replace("r050", "r021");

    house.night(
        Neighbourhood.customerRecord(100),
        contacts.replace(line(contacts, "r021"), other),
        Neighbourhood.spec(Kind.NUMBER));

    assertThat(people())
        .doesNotContainKey("r020")
        .containsEntry("r021", "r021")
        .containsEntry("r050", "r021")
        .containsEntry("r051", "r021")
        .containsEntry("r040", "r040")
        .containsEntry("r041", "r040");
    assertThat(house.table(MatchState.PROFILES).count()).isEqualTo(100);
    assertThat(house.table(MatchState.PROFILES).filter("record_key = 'r021'").head().getString(2))
        .isEqualTo(
            house.table(MatchState.PROFILES).filter("record_key = 'r050'").head().getString(2));
  }

  private static String line(String rows, String key) {
    return rows.lines().filter(row -> row.startsWith(key)).findFirst().orElseThrow();
  }

  /** By profile the first profile of its person, where it is one with others. */
  private Map<String, String> people() {
    return house.table(MatchState.PEOPLE).filter("is_member").collectAsList().stream()
        .collect(Collectors.toMap(row -> row.getString(0), row -> row.getString(1)));
  }

  private void night(int profiles, Kind postcode) {
    house.night(
        Neighbourhood.customerRecord(profiles),
        Neighbourhood.contactPoints(profiles),
        Neighbourhood.spec(postcode));
  }
}
