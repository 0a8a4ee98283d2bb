package io.tributary.jobs.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.lake.Field;
import io.tributary.lake.Step;
import io.tributary.lake.StepResult;
import io.tributary.lake.StepResult.Status;
import io.tributary.lake.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepLinesTest {
  private static final Table ORDERS =
      Table.silver("orders", "One row per order.", Field.required("id", Field.TEXT, "The order"));
  private static final Step STEP = Step.making(ORDERS, lake -> {});

  private final Page page = new Page();

  @Test
  void inAFileEachEndedStepIsALine() {
    StepLines lines = new StepLines(page.plain());

    lines.started(STEP);
    lines.ended(result(Status.DONE, Map.of("silver.orders", 41233L)));
    lines.ended(result(Status.UNCHANGED, Map.of()));

    assertThat(page.out())
        .isEqualTo(
            """
              done      silver.orders                           41,233 rows        3.2 s
              unchanged silver.orders
            """);
  }

  @Test
  void aTerminalShowsWhoIsAtWorkUntilTheStepEnds() {
    StepLines lines = new StepLines(page.terminal(80));

    lines.started(STEP);
    lines.ended(result(Status.DONE, Map.of("silver.orders", 1L)));

    assertThat(page.out().split("\r\u001b\\[2K"))
        .satisfiesExactly(
            before -> assertThat(before).isEmpty(),
            working -> assertThat(working).isEqualTo("0 done, at work: silver.orders"),
            ended -> assertThat(ended).endsWith("3.2 s\n"));
  }

  private static StepResult result(Status status, Map<String, Long> written) {
    return new StepResult(
        STEP, status, "", Map.of(), written, Instant.EPOCH, 3.24, List.of(), List.of(), null);
  }
}
