package io.tributary.jobs.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ClassHashesTest {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @Test
  void twoProcessesDrawTheSame() throws IOException {
    String one = drawn();

    assertThat(one).matches("\\[\\d+(, \\d+)+]\\s*");
    assertThat(drawn()).isEqualTo(one);
  }

  private static String drawn() throws IOException {
    String path = System.getProperty("java.class.path");
    Process process = new ProcessBuilder(JAVA, "-cp", path, Drawing.class.getName()).start();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }

  /** What a process does that only draws. */
  static final class Drawing {
    private Drawing() {}

    public static void main(String[] args) {
      System.out.println(ClassHashes.draw());
    }
  }
}
