package io.tributary.models.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConditionTest {
  @Test
  void theTextOfAConditionDoesNotDependOnTheOrderOfItsLevels() {
    Set<Level> upwards = new LinkedHashSet<>(List.of(Level.LOW, Level.MEDIUM, Level.HIGH));
    Set<Level> downwards = new LinkedHashSet<>(List.of(Level.HIGH, Level.MEDIUM, Level.LOW));

    assertThat(new Condition(null, upwards, null, downwards))
        .hasToString(new Condition(null, downwards, null, upwards).toString());
  }
}
