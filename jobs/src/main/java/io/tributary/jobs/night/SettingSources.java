package io.tributary.jobs.night;

import java.lang.reflect.Field;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapred.JobConf;

/**
 * Hadoop's note of the file from which each of its thousand settings came. Nothing here asks for
 * it, and it is compressed setting by setting whenever settings are sent to tasks, which each plan
 * does for each table that it reads: a twentieth of a small night.
 */
final class SettingSources {
  private SettingSources() {}

  /** Leaves the settings as they are; Hadoop has no public way to it, so none is no fault. */
  static void forget(Configuration settings) {
    try {
      Field sources = Configuration.class.getDeclaredField("updatingResource");
      sources.setAccessible(true);
      readAllDefaults(settings);
      ((Map<?, ?>) sources.get(settings)).clear();
    } catch (ReflectiveOperationException e) {
      return;
    }
  }

  /** The first of Hadoop's jobs adds files of defaults, which would bring the notes back. */
  private static void readAllDefaults(Configuration settings) {
    new JobConf(settings).size();
    settings.size();
  }
}
