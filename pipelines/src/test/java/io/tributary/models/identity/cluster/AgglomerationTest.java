package io.tributary.models.identity.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.models.identity.compare.Kind;
import io.tributary.models.identity.linkage.Model;
import io.tributary.models.identity.linkage.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgglomerationTest {
  private static final int DIFFERENT = 1;
  private static final int EQUAL = 2;
  private static final int EQUAL_NAME = 7;

  private static final Schema SCHEMA =
      new Schema(
          List.of(
              Schema.Column.of("a", List.of(), Kind.CATEGORY.comparisons("GB").get(0)),
              Schema.Column.of("b", List.of(), Kind.CATEGORY.comparisons("GB").get(0)),
              Schema.Column.of("c", List.of(), Kind.CATEGORY.comparisons("GB").get(0))));

  private static final Schema NAMES =
      new Schema(
          List.of(
              Schema.Column.of("given", List.of(), Kind.GIVEN_NAME.comparisons("GB").get(0)),
              Schema.Column.of("b", List.of(), Kind.CATEGORY.comparisons("GB").get(0)),
              Schema.Column.of("c", List.of(), Kind.CATEGORY.comparisons("GB").get(0))));

  private static final double[] SHARES = {0.00025, 0, 0.99975};
  private static final double[] TWINS = {0.0625, 0, 0};

  /** Equality is worth about 10 bits for and difference 4 bits against; the prior 12 against. */
  private static final Model MODEL = model();

  @Test
  void recordsWithNothingInCommonAreOneByWayOfAThird() {
    Agglomeration records = new Agglomeration(SCHEMA, MODEL, 3);
    records.compare(0, 1, evidence(EQUAL, EQUAL, 0));
    records.compare(1, 2, evidence(0, EQUAL, EQUAL));
    records.compare(0, 2, evidence(0, EQUAL, 0));

    records.unite(0);

    assertThat(records.people()).containsExactly(0, 0, 0);
  }

  @Test
  void aWeakBridgeDoesNotTieTwoPeople() {
    Agglomeration records = new Agglomeration(SCHEMA, MODEL, 4);
    records.compare(0, 1, evidence(EQUAL, EQUAL, EQUAL));
    records.compare(2, 3, evidence(EQUAL, EQUAL, EQUAL));
    records.compare(1, 2, evidence(EQUAL, EQUAL, DIFFERENT));
    records.compare(0, 2, evidence(DIFFERENT, DIFFERENT, DIFFERENT));
    records.compare(0, 3, evidence(DIFFERENT, DIFFERENT, DIFFERENT));
    records.compare(1, 3, evidence(DIFFERENT, DIFFERENT, DIFFERENT));

    records.unite(0);

    assertThat(records.people()).containsExactly(0, 0, 2, 2);
  }

  @Test
  void nobodyHoldsMoreThanTheLimit() {
    Holdings holdings = new Holdings(List.of(1));
    holdings.add(0, 0, 100);
    holdings.add(2, 0, 200);
    holdings.add(3, 0, 100);

    assertThat(people(holdings)).containsExactly(0, 0, 2, 0);
  }

  @Test
  void whatIsWithinTheLimitPartsNobody() {
    Holdings holdings = new Holdings(List.of(2));
    holdings.add(0, 0, 100);
    holdings.add(2, 0, 200);
    holdings.add(3, 0, 300);

    assertThat(people(holdings)).containsExactly(0, 0, 0, 3);
  }

  @Test
  void somebodyWhoDecidesIsAboveTheLimit() {
    Holdings holdings = new Holdings(List.of(1));
    holdings.add(0, 0, 100);
    holdings.add(1, 0, 200);
    Agglomeration records = new Agglomeration(SCHEMA, MODEL, 2, holdings);
    records.compare(0, 1, evidence(EQUAL, EQUAL, EQUAL));
    records.bind(0, 1);

    records.unite(0);

    assertThat(records.people()).containsExactly(0, 0);
  }

  /** Of four records that are alike in everything, those of one person. */
  private static int[] people(Holdings holdings) {
    Agglomeration records = new Agglomeration(SCHEMA, MODEL, 4, holdings);
    for (int one = 0; one < 4; one++) {
      for (int other = one + 1; other < 4; other++) {
        records.compare(one, other, evidence(EQUAL, EQUAL, EQUAL));
      }
    }
    records.unite(0);
    return records.people();
  }

  @Test
  void recordsThatWerePartedStayApartHoweverTheyAreTied() {
    Agglomeration records = new Agglomeration(SCHEMA, MODEL, 3);
    for (int one = 0; one < 3; one++) {
      for (int other = one + 1; other < 3; other++) {
        records.compare(one, other, evidence(EQUAL, EQUAL, EQUAL));
      }
    }
    records.part(2, 0);

    records.unite(0);

    assertThat(records.people()).containsExactly(0, 0, 2);
  }

  @Test
  void recordsThatWereBoundAreOneHoweverUnlikelyUnlessPartedFromEachOther() {
    Agglomeration records = new Agglomeration(SCHEMA, MODEL, 4);
    for (int one = 0; one < 4; one++) {
      for (int other = one + 1; other < 4; other++) {
        records.compare(one, other, evidence(DIFFERENT, DIFFERENT, DIFFERENT));
      }
    }
    records.bind(0, 1);
    records.bind(1, 2);
    records.bind(2, 3);
    records.part(0, 3);

    records.unite(0);

    assertThat(records.people()).containsExactly(0, 0, 0, 3);
  }

  @Test
  void theOddsOfAPersonAreThoseOfItsLeastSureUnion() {
    Agglomeration records = new Agglomeration(SCHEMA, MODEL, 3);
    records.compare(0, 1, evidence(EQUAL, EQUAL, EQUAL));
    records.compare(0, 2, evidence(EQUAL, EQUAL, DIFFERENT));
    records.compare(1, 2, evidence(EQUAL, EQUAL, DIFFERENT));

    records.unite(0);

    assertThat(records.people()).containsExactly(0, 0, 0);
    assertThat(records.bits()[0]).isEqualTo(records.bits()[2]).isBetween(3.0, 6.0);
  }

  @Test
  void aProvenIdentifierUnitesWhoHaveNothingElseInCommon() {
    Agglomeration records = new Agglomeration(SCHEMA, MODEL, 2);
    records.compare(0, 1, evidence(0, 0, 0));

    records.tie(0, 1, -2);
    records.unite(0);

    assertThat(records.people()).containsExactly(0, 0);
    assertThat(records.bits()).containsOnly(Double.POSITIVE_INFINITY);
  }

  @Test
  void aProvenIdentifierDoesNotUniteWhomOtherFieldsTellApart() {
    Agglomeration records = new Agglomeration(SCHEMA, MODEL, 3);
    records.compare(0, 1, evidence(0, DIFFERENT, DIFFERENT));
    records.compare(0, 2, evidence(DIFFERENT, 0, 0));
    records.compare(1, 2, evidence(0, 0, 0));

    records.tie(1, 2, -2);
    records.tie(0, 1, -2);
    records.tie(0, 2, -2);

    assertThat(records.people()).containsExactly(0, 1, 1);
  }

  @Test
  void whoseGivenNamesDifferWhollyAreTwoHoweverMuchTheyShare() {
    Agglomeration records = new Agglomeration(NAMES, new Model(SHARES, likeness(), TWINS), 3);
    records.compare(0, 1, evidence(DIFFERENT, EQUAL, EQUAL));
    records.compare(0, 2, evidence(EQUAL_NAME, EQUAL, EQUAL));
    records.compare(1, 2, evidence(DIFFERENT, EQUAL, EQUAL));

    records.unite(Model.bits(0.82));

    assertThat(records.people()).containsExactly(0, 1, 0);
    // One person differs as often as there are pairs of twins, and a few are others.
    assertThat(Model.probability(records.odds(0, 1))).isBetween(0.45, 0.5);
  }

  private static long evidence(int... codes) {
    long evidence = 0;
    for (int field = codes.length - 1; field >= 0; field--) {
      evidence = (evidence << 4) | codes[field];
    }
    return evidence;
  }

  private static Model model() {
    return new Model(SHARES, likeness());
  }

  private static double[][][] likeness() {
    double[] same = new double[16];
    same[DIFFERENT] = 0.0625;
    same[EQUAL] = 0.9375;
    same[EQUAL_NAME] = 0.9375;
    double[] others = new double[16];
    others[DIFFERENT] = 0.999;
    others[EQUAL] = 0.001;
    others[EQUAL_NAME] = 0.001;
    double[][] sames = {same, same, same};
    double[][] other = {others, others, others};
    return new double[][][] {sames, other, other};
  }
}
