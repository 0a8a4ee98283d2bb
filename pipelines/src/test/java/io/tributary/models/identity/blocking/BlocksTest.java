package io.tributary.models.identity.blocking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BlocksTest {
  @Test
  void recordsOfOneKeyAreABlockAndRecordsAloneAreInNone() {
    Blocks blocks =
        new Blocks(
            List.of(new long[] {-7, 3, 9}, new long[] {}, new long[] {3}, new long[] {-7, 3, 12}));
    assertEquals(List.of("-7: [0, 3]", "3: [0, 2, 3]"), told(blocks));
    assertEquals(Set.of(3L), blocks.largerThan(2));
  }

  @Test
  void noRecordsMakeNoBlock() {
    assertEquals(List.of(), told(new Blocks(List.of())));
    assertEquals(List.of(), told(new Blocks(List.of(new long[] {1}, new long[] {2}))));
  }

  private static List<String> told(Blocks blocks) {
    List<String> told = new ArrayList<>();
    blocks.forEach((key, records) -> told.add(key + ": " + IntStream.of(records).boxed().toList()));
    return told;
  }
}
