package io.tributary.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapred.JobConf;
import org.junit.jupiter.api.Test;

class SettingSourcesTest {
  @Test
  void theSettingsStayAndWhereTheyCameFromIsForgotten() {
    Configuration settings = new Configuration();
    settings.set("fs.s3a.endpoint", "localhost:9000");
    assertThat(settings.getPropertySources("io.file.buffer.size")).isNotNull();

    SettingSources.forget(settings);

    assertThat(settings.get("fs.s3a.endpoint")).isEqualTo("localhost:9000");
    assertThat(settings.get("io.file.buffer.size")).isNotNull();
    assertThat(settings.getPropertySources("io.file.buffer.size")).isNull();
  }

  /** A table's reader makes a job of the settings, whose defaults come from more files. */
  @Test
  void aJobBringsNothingBack() {
    Configuration settings = new Configuration();
    SettingSources.forget(settings);
    int known = settings.size();

    new JobConf(settings);

    assertThat(settings.size()).isEqualTo(known);
    assertThat(settings.get("mapreduce.job.reduces")).isNotNull();
    assertThat(settings.getPropertySources("mapreduce.job.reduces")).isNull();
  }
}
