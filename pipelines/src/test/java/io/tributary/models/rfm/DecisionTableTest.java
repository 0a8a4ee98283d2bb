package io.tributary.models.rfm;

import static io.tributary.models.rfm.Level.HIGH;
import static io.tributary.models.rfm.Level.LOW;
import static io.tributary.models.rfm.Level.MEDIUM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DecisionTableTest {
  private static final Condition ANYBODY = new Condition(null, null, null, null);

  @Test
  void quintilesReadAsLevels() {
    assertThat(List.of(1, 2, 3, 4, 5).stream().map(Level::ofQuintile))
        .containsExactly(LOW, LOW, MEDIUM, HIGH, HIGH);
    assertThatThrownBy(() -> Level.ofQuintile(0)).hasMessage("a quintile is 1 to 5, not 0");
    assertThatThrownBy(() -> Level.ofQuintile(6)).hasMessage("a quintile is 1 to 5, not 6");
  }

  @Test
  void thereAreFiftyFourCells() {
    assertThat(RfmCell.all()).hasSize(54).doesNotHaveDuplicates();
  }

  @Test
  void theFirstRuleThatHoldsDecides() {
    var table = new DecisionTable(List.of(rule("Recent", recency(HIGH)), rule("Rest", ANYBODY)));

    assertThat(table.decide(new RfmCell(false, HIGH, LOW, LOW)).segment()).isEqualTo("Recent");
    assertThat(table.decide(new RfmCell(false, MEDIUM, HIGH, HIGH)).segment()).isEqualTo("Rest");
  }

  @Test
  void oneOfSeveralConditionsIsEnough() {
    var frequentOrRich =
        new SegmentRule(
            "Dear",
            List.of(
                new Condition(null, null, Set.of(HIGH), null),
                new Condition(null, null, null, Set.of(HIGH))),
            "email",
            "Keep them");
    var table = new DecisionTable(List.of(frequentOrRich, rule("Rest", ANYBODY)));

    assertThat(RfmCell.all())
        .allSatisfy(
            cell ->
                assertThat(table.decide(cell).segment())
                    .isEqualTo(
                        cell.frequency() == HIGH || cell.monetary() == HIGH ? "Dear" : "Rest"));
  }

  @Test
  void aTableThatForgetsABuyerIsRefused() {
    assertThatThrownBy(() -> new DecisionTable(List.of(rule("Recent", recency(HIGH, MEDIUM)))))
        .hasMessageContaining("no segment takes a buyer who is new with recency low");
  }

  @Test
  void aSegmentNobodyCanReachIsRefused() {
    var rules =
        List.of(rule("Recent", recency(HIGH)), rule("All", ANYBODY), rule("Late", recency(LOW)));

    assertThatThrownBy(() -> new DecisionTable(rules)).hasMessageContaining("Late can have nobody");
  }

  @Test
  void aSegmentThatStandsTwiceIsRefused() {
    assertThatThrownBy(
            () -> new DecisionTable(List.of(rule("All", recency(LOW)), rule("All", ANYBODY))))
        .hasMessageContaining("All stands twice");
  }

  @Test
  void aRuleWithoutNameConditionOrTreatmentIsRefused() {
    assertThatThrownBy(() -> new SegmentRule(" ", List.of(ANYBODY), "email", "Greet"))
        .hasMessage("the segment is missing");
    assertThatThrownBy(() -> new SegmentRule("All", List.of(), "email", "Greet"))
        .hasMessageContaining("All has no condition");
    assertThatThrownBy(() -> new SegmentRule("All", List.of(ANYBODY), null, "Greet"))
        .hasMessage("the primary channel of All is missing");
    assertThatThrownBy(() -> new Condition(null, Set.of(), null, null))
        .hasMessageContaining("a list of levels is empty");
  }

  private static SegmentRule rule(String segment, Condition condition) {
    return new SegmentRule(segment, List.of(condition), "email", "Talk to them");
  }

  private static Condition recency(Level... levels) {
    return new Condition(null, Set.of(levels), null, null);
  }
}
