package io.tributary.models.identity.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartingTest {
  @Test
  void membersThatArePartedStayApartThroughWhateverTheyAreTiedTo() {
    Parting groups = new Parting(6);
    groups.part(0, 3);

    assertThat(groups.tie(0, 1)).isTrue();
    assertThat(groups.tie(3, 4)).isTrue();
    assertThat(groups.tie(1, 4)).isFalse();
    assertThat(groups.tie(4, 5)).isTrue();
    assertThat(groups.tie(5, 1)).isFalse();
    assertThat(groups.tie(2, 1)).isTrue();
    assertThat(groups.tie(2, 0)).isTrue();

    assertThat(new int[] {groups.group(2), groups.group(5)}).containsExactly(0, 3);
  }
}
