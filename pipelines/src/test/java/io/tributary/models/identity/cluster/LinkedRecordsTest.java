package io.tributary.models.identity.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinkedRecordsTest {
  private static final long[] ONE = {10, 20, 30, 10};
  private static final long[] OTHER = {20, 30, 40, 40};
  private static final float[] ODDS = {9, 3, 8, 2};

  @Test
  void linksThatWouldLetTooManyHangTogetherAreLeftOutAndTold() {
    LinkedRecords linked = LinkedRecords.of(Ties.NONE, ONE, OTHER, ODDS, 3);

    assertThat(linked.smallest(20)).isEqualTo(10);
    assertThat(linked.smallest(40)).isEqualTo(30);
    assertThat(linked.apart()).containsExactly(3.0, 2.0);
  }

  @Test
  void whereAllMayHangTogetherNoLinkIsLeftOut() {
    assertThat(LinkedRecords.of(Ties.NONE, ONE, OTHER, ODDS, 4).apart()).isEmpty();
  }

  @Test
  void aTieThatIsLeftOutIsNoLink() {
    Ties ties = Ties.of(new long[] {10, 20, 30}, new long[] {7, 7, 7});

    LinkedRecords linked = LinkedRecords.of(ties, new long[0], new long[0], new float[0], 2);

    assertThat(linked.smallest(30)).isEqualTo(30);
    assertThat(linked.apart()).isEmpty();
  }
}
