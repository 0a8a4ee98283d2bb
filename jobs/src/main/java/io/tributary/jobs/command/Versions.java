package io.tributary.jobs.command;

import org.apache.spark.package$;
import picocli.CommandLine.IVersionProvider;

/** What is running: Tributary and what it stands on. */
final class Versions implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String own = Versions.class.getPackage().getImplementationVersion();
    return new String[] {
      "Tributary " + (own == null ? "built from source" : own),
      "Spark " + package$.MODULE$.SPARK_VERSION(),
      "Delta Lake " + io.delta.package$.MODULE$.VERSION(),
      "Java " + Runtime.version()
    };
  }
}
