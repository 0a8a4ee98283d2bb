package io.tributary.models.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnionFindTest {
  @Test
  void whatIsTiedThroughOthersIsTied() {
    UnionFind members = new UnionFind(6);

    members.tie(5, 3);
    members.tie(1, 4);
    members.tie(4, 3);

    assertThat(smallest(members, 6)).containsExactly(0, 1, 2, 1, 1, 1);
  }

  @Test
  void randomTiesGiveWhatStepByStepReachingGives() {
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      int size = 1 + random.nextInt(40);
      boolean[][] reaches = new boolean[size][size];
      UnionFind members = new UnionFind(size);
      for (int tie = random.nextInt(size); tie > 0; tie--) {
        int one = random.nextInt(size);
        int other = random.nextInt(size);
        members.tie(one, other);
        reaches[one][other] = true;
        reaches[other][one] = true;
      }

      assertThat(smallest(members, size)).as("seed %d", seed).isEqualTo(smallestReached(reaches));
    }
  }

  private static int[] smallest(UnionFind members, int size) {
    return IntStream.range(0, size).map(members::smallest).toArray();
  }

  private static int[] smallestReached(boolean[][] reaches) {
    int size = reaches.length;
    for (int via = 0; via < size; via++) {
      for (int from = 0; from < size; from++) {
        for (int to = 0; to < size; to++) {
          reaches[from][to] |= from == to || (reaches[from][via] && reaches[via][to]);
        }
      }
    }
    return IntStream.range(0, size)
        .map(from -> IntStream.range(0, size).filter(to -> reaches[from][to]).findFirst().orElse(0))
        .toArray();
  }
}
