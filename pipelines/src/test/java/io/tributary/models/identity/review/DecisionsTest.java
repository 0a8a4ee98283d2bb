package io.tributary.models.identity.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionsTest {
  @Test
  void decisionsThatAgreeAreAllObeyed() {
    Decisions sorted = Decisions.of(List.of(same("b", "a"), same("c", "b"), different("d", "a")));

    assertThat(sorted.same()).containsExactly(same("a", "b"), same("b", "c"));
    assertThat(sorted.different()).containsExactly(different("a", "d"));
    assertThat(sorted.contradictions()).isEmpty();
    assertThat(sorted.records()).containsExactly("a", "b", "c", "d");
  }

  @Test
  void aChainThatJoinsWhatWasPartedWaitsWithItAndNothingElseDoes() {
    Decisions sorted =
        Decisions.of(List.of(same("a", "b"), same("b", "c"), same("c", "d"), different("c", "a")));

    assertThat(sorted.same()).containsExactly(same("c", "d"));
    assertThat(sorted.different()).isEmpty();
    assertThat(sorted.contradictions())
        .extracting(Decisions.Contradiction::words)
        .containsExactly(
            "a and c were decided to be different people, but a = b, b = c makes them one");
    assertThat(sorted.contradictions().get(0).decisions())
        .containsExactlyInAnyOrder(different("a", "c"), same("a", "b"), same("b", "c"));
  }

  @Test
  void everyChainBetweenTheTwoIsPutAside() {
    Decisions sorted =
        Decisions.of(
            List.of(
                same("a", "x"),
                same("x", "z"),
                same("a", "y"),
                same("y", "z"),
                different("a", "z")));

    assertThat(sorted.same()).isEmpty();
    assertThat(sorted.different()).isEmpty();
  }

  private static Decision same(String one, String other) {
    return new Decision(one, other, true);
  }

  private static Decision different(String one, String other) {
    return new Decision(one, other, false);
  }
}
