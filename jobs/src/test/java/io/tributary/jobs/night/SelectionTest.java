package io.tributary.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.lake.Field;
import io.tributary.lake.Layer;
import io.tributary.lake.Step;
import io.tributary.lake.Table;
import io.tributary.lake.TributaryException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTest {
  private static final Field ID = Field.required("id", Field.TEXT, "The row");
  private static final Table TILL = Table.bronze("till", "One row per line.", ID);
  private static final Table ORDERS = Table.silver("orders", "One row per order.", ID);
  private static final Table RETURNS = Table.silver("returns", "One row per return.", ID);
  private static final Table DAYS = Table.gold("days", "One row per day.", ID);

  private static final Table ASIDE = Table.ops("aside", "One row per record set aside.", ID);

  private static final List<Step> STEPS =
      List.of(
          Step.making(TILL, lake -> {}),
          Step.handing("admission", Layer.SILVER, lake -> {}).reading(TILL),
          Step.handing("other", Layer.SILVER, lake -> {}).reading(TILL),
          Step.making(ORDERS, lake -> {}).reading(TILL).after(List.of("admission")),
          Step.making(ASIDE, lake -> {}).reading(TILL).accompanying(List.of("admission", "other")),
          Step.making(RETURNS, lake -> {}).reading(TILL),
          Step.making(DAYS, lake -> {}).reading(ORDERS));

  @Test
  void aTableIsChosenByNameWithOrWithoutItsLayer() {
    assertThat(chosen("days")).containsExactly("gold.days");
    assertThat(chosen("gold.days")).containsExactly("gold.days");
  }

  @Test
  void plusTakesAllThatFeedsItAndNothingElse() {
    assertThat(chosen("+days"))
        .containsExactly("bronze.till", "admission", "silver.orders", "ops.aside", "gold.days");
  }

  @Test
  void aStepThatIsHandedSomethingBringsTheStepThatHandsIt() {
    assertThat(chosen("orders")).containsExactly("admission", "silver.orders", "ops.aside");
  }

  @Test
  void aStepThatAccompaniesOthersBringsAllOfThemOnlyWhenItIsNamed() {
    assertThat(chosen("aside")).containsExactly("admission", "other", "ops.aside");
    assertThat(chosen("returns")).containsExactly("silver.returns");
  }

  @Test
  void aLayerIsAllItsSteps() {
    assertThat(chosen("silver"))
        .containsExactly("admission", "other", "silver.orders", "ops.aside", "silver.returns");
    assertThat(names(Selection.layers(Layer.BRONZE, Layer.GOLD).of(STEPS)))
        .containsExactly("bronze.till", "gold.days");
  }

  @Test
  void severalNamesKeepTheOrderOfTheWay() {
    assertThat(chosen("days", "returns")).containsExactly("silver.returns", "gold.days");
  }

  @Test
  void anUnknownNameIsAnsweredWithTheOnesThereAre() {
    assertThatThrownBy(() -> chosen("day"))
        .isInstanceOf(TributaryException.class)
        .hasMessageContaining("'day'")
        .hasMessageContaining("gold.days");
  }

  private static List<String> chosen(String... names) {
    return names(Selection.names(List.of(names)).of(STEPS));
  }

  private static List<String> names(List<Step> steps) {
    return steps.stream().map(Step::name).toList();
  }
}
