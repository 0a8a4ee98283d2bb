package io.tributary.silver.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.Rows;
import io.tributary.TestSpark;
import io.tributary.models.identity.evaluate.SampledShare;
import io.tributary.silver.CustomerRecord;
import io.tributary.silver.identity.MatchRates.Rate;
import io.tributary.silver.identity.match.ValidationSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ValidationTest {
  private static final ValidationSpec STANDARD = ValidationSpec.STANDARD;
  private static final SampledShare NOTHING = new SampledShare(0, 0);

  @Test
  void theMatchRateCountsIdentifiedProfilesOfPeopleWhomTwoSourcesKnow() {
    var profiles =
        Rows.of(
            CustomerRecord.TABLE,
            """
            record_key | source | brand | loyalty_hash
            a          | shop   | Home  | l1
            b          | till   | Home  | l1
            c          | shop   | Home  | l2
            d          | shop   | Home  | -
            e          | shop   | Kids  | l3
            f          | crm    | -     | l3
            """);
    var identifiers = Identifiers.of(profiles, new Tying(/* sharedLimit= */ 5, Set.of(), Map.of()));
    var links =
        Rows.of(
            IdentityLinks.TABLE,
            """
            record_key | master_customer_id
            a          | A
            b          | A
            c          | C
            d          | D
            e          | E
            f          | E
            """);

    List<Row> rows =
        MatchRates.of(new MatchedProfiles(profiles, identifiers, links).counted()).stream()
            .map(Rate::row)
            .toList();

    Rows.assertRows(
        TestSpark.session().createDataFrame(rows, MatchRates.TABLE.schema()),
        """
        brand | sources | profiles | identified | matched | match_rate
        -     | 3       | 6        | 5          | 4       | 0.8
        Home  | 3       | 4        | 3          | 2       | 0.6667
        Kids  | 2       | 1        | 1          | 1       | 1.0
        """);
  }

  @Test
  void aBrandWithOneSourceHasNoRate() {
    Rate single = new Rate("Home", 1, 10, 10, 0);

    assertThat(single.row().isNullAt(5)).isTrue();
    assertThat(breaches(figures(single))).isEmpty();
  }

  @Test
  void aBrandUnderItsFloorIsNamedWithItsFigures() {
    Rate low = new Rate("Home", 2, 2000, 1000, 770);
    ValidationSpec lower =
        new ValidationSpec(null, Map.of("Home", 0.7), null, null, null, null, null);

    assertThat(breaches(figures(low)))
        .containsExactly(
            "Home: 77.0 % of 1,000 profiles with an identifier are of people whom two sources"
                + " know, less than 78.0 %");
    assertThat(Validation.breaches(figures(low), lower)).isEmpty();
  }

  @Test
  void theEnterpriseIsHeldToTheFloorWhereNoBrandIsNamed() {
    Rate enterprise = new Rate(null, 2, 10, 10, 5);

    assertThat(breaches(new NightFigures(List.of(enterprise), 2, 0, 0, 0, NOTHING)))
        .singleElement()
        .asString()
        .startsWith("all brands: 50.0 %");
    assertThat(breaches(figures(new Rate("Home", 2, 10, 10, 9), enterprise))).isEmpty();
  }

  @Test
  void whoMergesTooMuchIsFoundOut() {
    NightFigures huge = new NightFigures(List.of(), 301, 0, 0, 0, NOTHING);
    NightFigures grown = new NightFigures(List.of(), 51, 20, 0, 0, NOTHING);
    NightFigures grownALittle = new NightFigures(List.of(), 50, 20, 0, 0, NOTHING);
    NightFigures moved = new NightFigures(List.of(), 2, 2, 11, 1000, NOTHING);

    assertThat(breaches(huge)).containsExactly("one person has 301 profiles, more than 300");
    assertThat(breaches(grown))
        .containsExactly("the largest person grew from 20 to 51 profiles, more than 2.0 times");
    assertThat(breaches(grownALittle)).isEmpty();
    assertThat(breaches(moved))
        .containsExactly(
            "11 of 1,000 profiles passed from one person to another without a merge or a split,"
                + " more than 1.0 %");
  }

  @Test
  void linksThatASampleFindsWrongAreFoundOut() {
    assertThat(breaches(audited(200, 200))).isEmpty();
    assertThat(breaches(audited(196, 200)))
        .containsExactly(
            "196 of 200 audited links are right, so that with 95 % confidence at least 95.5 % of"
                + " all are, less than 98.0 %");
  }

  @Test
  void everyRuleSaysWhatBecameOfItAndWhereNothingCanBeSaid() {
    NightFigures figures = new NightFigures(List.of(), 3, 0, 0, 0, new SampledShare(9, 10));
    List<Row> rows =
        Validation.gates(figures, STANDARD).stream().map(IdentityGates.Gate::row).toList();

    Rows.assertRows(
        TestSpark.session().createDataFrame(rows, IdentityGates.TABLE.schema()),
        """
        rule      | subject | verdict        | measured | bound
        largest   | all     | passed         | 3.0      | 300.0
        growth    | all     | not_applicable | -        | 2.0
        moved     | all     | passed         | 0.0      | 0.01
        precision | all     | not_applicable | -        | 0.98
        """);
    assertThat(rows.get(3).getString(5))
        .isEqualTo(
            "9 of 10 audited links are right; it takes 149 to tell, which 'tributary review export"
                + " FILE --audit 149' draws");
  }

  private static NightFigures audited(long right, long all) {
    return new NightFigures(List.of(), 2, 2, 0, 100, new SampledShare(right, all));
  }

  @Test
  void aFloorThatIsNoShareIsRefused() {
    assertThatThrownBy(() -> new ValidationSpec(78.0, null, null, null, null, null, null))
        .hasMessageContaining("match_rate: found 78.0; allowed are 0 to 1, 0.78 for 78 %");
  }

  @Test
  void profilesThatMoveWithoutAMergeOrASplitAreCounted() {
    Nights nights = new Nights().then("record_key | loyalty_hash\na | l1\nb | l1\nc | l2\nd | l2");

    assertThat(moved(nights, "record_key | loyalty_hash\na | l1\nb | l2\nc | l2\nd | l2"))
        .isEqualTo(1);
    assertThat(moved(nights, "record_key | loyalty_hash\na | l1\nb | l3\nc | l2\nd | l2")).isZero();
  }

  @Test
  void whereNobodyIsKnownNothingIsBroken() {
    var nobody = Rows.of(CustomerRecord.TABLE, "record_key");
    Nights nights = new Nights().then(nobody);

    assertThat(Validation.breaches(nights.figures(nobody), STANDARD)).isEmpty();
    assertThat(nights.figures(nobody).rates()).containsExactly(new Rate(null, 0, 0, 0, 0));
    assertThat(nights.goldenCustomers().count()).isZero();
  }

  private static long moved(Nights nights, String customerRecord) {
    return nights.figures(Rows.of(CustomerRecord.TABLE, customerRecord)).moved();
  }

  private static NightFigures figures(Rate... rates) {
    return new NightFigures(List.of(rates), 2, 2, 0, 100, NOTHING);
  }

  private static List<String> breaches(NightFigures figures) {
    return Validation.breaches(figures, STANDARD);
  }
}
