package io.tributary.models.identity.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComponentsTest {
  @Test
  void whatIsLinkedThroughOthersHangsTogether() {
    var links = List.of(new Components.Link(3, 4, 1), new Components.Link(1, 3, 2));

    assertThat(Components.of(5, links, 10)).containsExactly(0, 1, 2, 1, 1);
  }

  @Test
  void whereTooManyWouldHangTogetherTheLeastSureLinkIsLeftOut() {
    var links =
        List.of(
            new Components.Link(0, 1, 9),
            new Components.Link(1, 2, 3),
            new Components.Link(2, 3, 8));

    assertThat(Components.of(4, links, 3)).containsExactly(0, 0, 2, 2);
  }
}
