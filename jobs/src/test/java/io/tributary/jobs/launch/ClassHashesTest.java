package io.tributary.jobs.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.jobs.FreshProcess;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassHashesTest {
  @Test
  void twoProcessesDrawTheSame() throws IOException {
    List<String> one = FreshProcess.lines(Drawing.class);

    assertThat(one).singleElement().asString().matches("\\[\\d+(, \\d+)+]");
    assertThat(FreshProcess.lines(Drawing.class)).isEqualTo(one);
  }

  /** What a process does that only draws. */
  static final class Drawing {
    private Drawing() {}

    public static void main(String[] args) {
      System.out.println(ClassHashes.draw());
    }
  }
}
