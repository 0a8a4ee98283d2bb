package io.tributary.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinTask;
import org.junit.jupiter.api.Test;

class AsideTest {
  @Test
  void workAsideLeavesJavasCommonPoolToOthers() {
    Set<Boolean> inPool = ConcurrentHashMap.newKeySet();
    Runnable work = () -> inPool.add(ForkJoinTask.inForkJoinPool());

    Aside.all(List.of(work, work, work));

    assertThat(inPool).containsExactly(false);
    assertThat(Aside.supply(ForkJoinTask::inForkJoinPool).join()).isFalse();
  }

  @Test
  void whatOneThrowsIsThrownAsItIs() {
    Set<String> done = ConcurrentHashMap.newKeySet();
    Runnable failing =
        () -> {
          throw new IllegalStateException("no disk");
        };

    assertThatThrownBy(() -> Aside.all(List.of(failing, () -> done.add("other"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no disk");
    assertThat(done).containsExactly("other");
  }
}
