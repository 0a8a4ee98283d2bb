package io.tributary.lake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.mapred.JobConf;
import org.junit.jupiter.api.Test;

class HadoopSettingsTest {
  @Test
  void theSettingsStayAndWhereTheyCameFromIsForgotten() {
    Configuration settings = new Configuration();
    settings.set("fs.s3a.endpoint", "localhost:9000");
    assertThat(settings.getPropertySources("io.file.buffer.size")).isNotNull();

    HadoopSettings.forgetSources(settings);

    assertThat(settings.get("fs.s3a.endpoint")).isEqualTo("localhost:9000");
    assertThat(settings.get("io.file.buffer.size")).isNotNull();
    assertThat(settings.get("yarn.resourcemanager.address")).isNotNull();
    assertThat(settings.getPropertySources("io.file.buffer.size")).isNull();
  }

  @Test
  void defaultsOfHadoopsClusterAreLeftOutAndWhatWasSetStays() {
    Configuration settings = new Configuration();
    settings.set("mapreduce.fileoutputcommitter.algorithm.version", "1");

    HadoopSettings.forgetItsCluster(settings);

    assertThat(settings.get("mapreduce.fileoutputcommitter.algorithm.version")).isEqualTo("1");
    assertThat(settings.get("mapreduce.job.reduces")).isNull();
    assertThat(settings.get("yarn.resourcemanager.address")).isNull();
    assertThat(settings.size()).isLessThan(400);
  }

  /** A table's reader makes a job of the settings, whose defaults come from more files. */
  @Test
  void aJobBringsNothingBack() {
    Configuration settings = new Configuration();
    HadoopSettings.forgetItsCluster(settings);
    HadoopSettings.forgetSources(settings);
    int known = settings.size();

    JobConf job = new JobConf(settings);

    assertThat(job.size()).isEqualTo(known);
    assertThat(settings.size()).isEqualTo(known);
    assertThat(settings.getPropertySources("io.file.buffer.size")).isNull();
  }

  /** Hadoop looks for its file systems once in a process, so the process has to be a new one. */
  @Test
  void theFirstLookForAFileSystemBringsNothingBack() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process fresh =
        new ProcessBuilder(
                java, "-cp", System.getProperty("java.class.path"), FirstLook.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();

    assertThat(new String(fresh.getInputStream().readAllBytes(), UTF_8).lines())
        .last()
        .isEqualTo("left out: true, nothing back: true");
  }

  /** What a new process does first. */
  static final class FirstLook {
    private FirstLook() {}

    public static void main(String[] args) throws IOException {
      Configuration settings = new Configuration();
      HadoopSettings.forgetItsCluster(settings);
      HadoopSettings.forgetSources(settings);
      int known = settings.size();
      FileSystem.get(settings);
      boolean isNothingBack =
          settings.size() == known && settings.getPropertySources("io.file.buffer.size") == null;
      System.out.println("left out: " + (known < 400) + ", nothing back: " + isNothingBack);
    }
  }
}
