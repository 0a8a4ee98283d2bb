package io.tributary.silver.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.models.identity.compare.Kind;
import java.nio.file.Path;
import java.util.List;
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

  private void night(int profiles, Kind postcode) {
    house.night(
        Neighbourhood.customerRecord(profiles),
        Neighbourhood.contactPoints(profiles),
        Neighbourhood.spec(postcode));
  }
}
