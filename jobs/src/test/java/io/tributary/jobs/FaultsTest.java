package io.tributary.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.jobs.console.Page;
import io.tributary.lake.TributaryException;
import java.util.Map;
import org.apache.spark.QueryContext;
import org.apache.spark.SparkRuntimeException;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

class FaultsTest {
  private final Page page = new Page();
  private final Faults faults = new Faults(page.plain());

  @Test
  void theUsersErrorsHaveWordsAndTheirOwnCodes() {
    assertThat(code(TributaryException.usage("a"))).isEqualTo(2);
    assertThat(code(TributaryException.gate("b"))).isEqualTo(3);
    assertThat(code(TributaryException.locked("c"))).isEqualTo(4);
    assertThat(page.err()).isEqualTo("tributary: a\ntributary: b\ntributary: c\n");
  }

  @Test
  void aUsersErrorIsFoundUnderWhatItIsWrappedIn() {
    assertThat(code(new IllegalStateException("outer", TributaryException.usage("inner"))))
        .isEqualTo(2);
    assertThat(page.err()).isEqualTo("tributary: inner\n");
  }

  @Test
  void ourFaultsHaveATrace() {
    assertThat(code(new IllegalStateException("never so"))).isEqualTo(1);
    assertThat(page.err())
        .contains(
            "java.lang.IllegalStateException: never so", "    at io.tributary.jobs.FaultsTest");
  }

  @Test
  void sparksWordsAreWithheldForTheyRepeatCells() {
    var fault =
        new SparkRuntimeException(
            "CAST_INVALID_INPUT",
            CollectionConverters.asScala(
                    Map.of(
                        "expression", "'ann@example.com'",
                        "sourceType", "STRING",
                        "targetType", "DATE"))
                .toMap(scala.$less$colon$less$.MODULE$.refl()),
            null,
            new QueryContext[0],
            "");

    assertThat(fault.getMessage()).contains("ann@example.com");
    assertThat(code(fault)).isEqualTo(1);
    assertThat(page.err()).contains("CAST_INVALID_INPUT").doesNotContain("ann@example.com");
  }

  private int code(Exception fault) {
    return faults.execution(fault, null, null);
  }
}
