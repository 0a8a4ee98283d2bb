package io.tributary.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.PriorityBlockingQueue;
import org.junit.jupiter.api.Test;

class PrecedenceTest {
  private final Step alone = step("alone");
  private final Step rates = step("rates");
  private final Step orders = step("orders").after(List.of("rates"));
  private final Step people = step("people").after(List.of("orders"));
  private final Step stock = step("stock").after(List.of("rates"));
  private final List<Step> steps = List.of(alone, rates, orders, people, stock);

  private static Step step(String name) {
    return Step.handing(name, Layer.SILVER, lake -> {});
  }

  @Test
  void theLongestChainThatWaitsIsCounted() {
    Precedence precedence = Precedence.of(steps);

    assertThat(steps)
        .extracting(precedence::waitingFor)
        .containsExactly(
            /* alone */ 0, /* rates */ 2, /* orders */ 1, /* people */ 0, /* stock */ 0);
  }

  @Test
  void turnsAreTakenByWhatWaitsThenAsListed() {
    Precedence precedence = Precedence.of(steps);
    List<String> taken = new ArrayList<>();
    PriorityBlockingQueue<Runnable> queue = new PriorityBlockingQueue<>();
    for (Step step : List.of(stock, alone, people, orders, rates)) {
      queue.add(precedence.turn(step, () -> taken.add(step.name())));
    }

    while (!queue.isEmpty()) {
      queue.poll().run();
    }

    assertThat(taken).containsExactly("rates", "orders", "alone", "people", "stock");
  }
}
