package io.tributary.silver.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.lake.ops.Alerts;
import io.tributary.models.identity.compare.Kind;
import io.tributary.silver.identity.match.MatchSpec;
import io.tributary.silver.identity.match.MatchSpec.Numbers;
import io.tributary.silver.identity.match.NightBlocks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockCensusTest {
  @TempDir private Path folder;
  private IdentityHouse house;

  @BeforeEach
  void open() {
    house = new IdentityHouse(folder);
  }

  @Test
  void theCensusIsOfTheLastNightThatMatchedAll() {
    night(100, numbers(null, null));
    List<String> census = Rows.of(house.table(NightBlocks.TABLE));
    night(102, numbers(null, null));

    assertThat(Rows.of(house.table(NightBlocks.TABLE))).isNotEmpty().isEqualTo(census);

    night(102, numbers(1, null));

    assertThat(Rows.of(house.table(NightBlocks.TABLE).select("run").distinct()))
        .containsExactly("3");
    assertThat(Rows.of(house.table(NightBlocks.TABLE).filter("divided > 0"))).isNotEmpty();
    assertThat(alerts()).hasSize(1).first().asString().contains("3 | silver.block_census");
  }

  @Test
  void whomTheGuardKeepsApartIsToldOnceAndCounted() {
    night(100, numbers(null, 1));
    night(101, numbers(null, 1));
    night(102, numbers(null, 1));

    assertThat(Rows.of(house.table(MatchConfidence.TABLE).selectExpr("sum(apart)")))
        .containsExactly("51");
    assertThat(house.table(IdentityLinks.TABLE).filter("method = 'probabilistic'").count())
        .isZero();
    assertThat(alerts())
        .hasSize(2)
        .allMatch(alert -> alert.contains("more than 1 profiles would hang together"));
  }

  private List<String> alerts() {
    return Rows.of(house.table(Alerts.TABLE).select("run", "subject", "message"));
  }

  private static Numbers numbers(Integer block, Integer component) {
    return new Numbers(null, null, null, block, component, null);
  }

  private void night(int profiles, Numbers numbers) {
    MatchSpec likely = Neighbourhood.spec(Kind.NUMBER);
    house.night(
        Neighbourhood.customerRecord(profiles),
        Neighbourhood.contactPoints(profiles),
        new MatchSpec(likely.country(), likely.fields(), likely.blocking(), numbers));
  }
}
