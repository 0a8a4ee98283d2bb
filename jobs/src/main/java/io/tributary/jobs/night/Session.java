package io.tributary.jobs.night;

import io.tributary.jobs.launch.ProgramCache;
import io.tributary.lake.HadoopSettings;
import io.tributary.lake.TributaryException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** The Spark session of this process, started for a command or found running. */
public final class Session implements AutoCloseable {
  private static final String MASTER = "spark.master";

  private final SparkSession spark;
  private final Runnable end;

  private Session(SparkSession spark, Runnable end) {
    this.spark = spark;
    this.end = end;
  }

  /**
   * Starts Spark with the settings of the file that the system property {@code
   * tributary.spark.conf} names, those of a small night when it names none; spark-submit brings
   * settings of its own.
   */
  public static Session open(Path home) {
    if (SparkSession.getDefaultSession().isDefined()) {
      return new Session(SparkSession.getDefaultSession().get(), () -> {});
    }
    RememberingClassLoader.use();
    SparkSession.Builder builder = SparkSession.builder().appName("tributary");
    settings(home)
        .forEach(
            (key, value) -> {
              // What was given to the JVM is the operator's word, and the file only the default.
              if (System.getProperty(key.toString()) == null) {
                builder.config(key.toString(), value.toString().strip());
              }
            });
    SparkSession spark = builder.getOrCreate();
    Configuration hadoops = spark.sparkContext().hadoopConfiguration();
    if (spark.sparkContext().isLocal()) {
      HadoopSettings.forgetItsCluster(hadoops);
    }
    HadoopSettings.forgetSources(hadoops);
    Runnable keeping = ProgramCache.use();
    return new Session(
        spark,
        () -> {
          keeping.run();
          spark.stop();
        });
  }

  private static Properties settings(Path home) {
    Properties settings = new Properties();
    String named = System.getProperty("tributary.spark.conf");
    boolean isSubmitted = System.getProperty(MASTER) != null;
    if (named != null || !isSubmitted) {
      load(settings, named == null ? home.resolve("conf/spark/small.conf") : Path.of(named));
    }
    if (!isSubmitted) {
      settings.putIfAbsent(MASTER, "local[*]");
    }
    return settings;
  }

  private static void load(Properties settings, Path file) {
    try (Reader text = Files.newBufferedReader(file)) {
      settings.load(text);
    } catch (IOException fault) {
      throw TributaryException.usage(
          "The Spark settings %s cannot be read. Restore the file, or name another with"
                  .formatted(file)
              + " -Dtributary.spark.conf=FILE in TRIBUTARY_OPTS.",
          fault);
    }
  }

  public SparkSession spark() {
    return spark;
  }

  @Override
  public void close() {
    end.run();
  }
}
