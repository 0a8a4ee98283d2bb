package io.tributary.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.mapred.JobConf;

/**
 * Hadoop's thousand settings, which each plan sends to its tasks for each table that it reads: a
 * tenth of a small night. What nobody asks for is left out.
 */
public final class HadoopSettings {
  /** Two thirds of them are defaults of Hadoop's own cluster, which Spark here is not run by. */
  private static final Set<String> OF_ITS_CLUSTER =
      Set.of("yarn-default.xml", "mapred-default.xml");

  private HadoopSettings() {}

  /**
   * The first of Hadoop's jobs adds files of defaults, and so does the first look for a file
   * system: either would read all of them again later, and bring back what is left out here.
   */
  private static void readAllDefaults(Configuration settings) {
    new JobConf(settings).size();
    try {
      FileSystem.getFileSystemClass("file", settings);
    } catch (IOException e) {
      throw new UncheckedIOException("Hadoop knows no local disk", e);
    }
    settings.size();
  }

  /** For Spark on one machine. What somebody has set stays, whatever its name. */
  public static void forgetItsCluster(Configuration settings) {
    readAllDefaults(settings);
    List<String> defaults = new ArrayList<>();
    for (Map.Entry<String, String> setting : settings) {
      String[] sources = settings.getPropertySources(setting.getKey());
      if (sources != null && Stream.of(sources).allMatch(OF_ITS_CLUSTER::contains)) {
        defaults.add(setting.getKey());
      }
    }
    defaults.forEach(settings::unset);
  }

  /**
   * Of each setting Hadoop notes the file that it came from, and compresses the note with it. It
   * has no public way to the notes, so none is no fault.
   */
  public static void forgetSources(Configuration settings) {
    readAllDefaults(settings);
    try {
      Field sources = Configuration.class.getDeclaredField("updatingResource");
      sources.setAccessible(true);
      ((Map<?, ?>) sources.get(settings)).clear();
    } catch (ReflectiveOperationException e) {
      return;
    }
  }
}
