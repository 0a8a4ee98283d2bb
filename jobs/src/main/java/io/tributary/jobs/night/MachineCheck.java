package io.tributary.jobs.night;

import io.tributary.jobs.console.Figures;
import io.tributary.jobs.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What can be told of a machine before Spark is started on it. */
public final class MachineCheck {
  private static final int JAVA = 17;
  private static final long LEAST_MEMORY = 900_000_000L;
  private static final long LEAST_DISK = 1_000_000_000L;

  private MachineCheck() {}

  public static void of(Diagnosis diagnosis) {
    int java = Runtime.version().feature();
    if (java == JAVA) {
      diagnosis.good("java", Runtime.version().toString());
    } else {
      diagnosis.fault("java", "found %d; Spark needs %d. Set JAVA_HOME.".formatted(java, JAVA));
    }
    long memory = Runtime.getRuntime().maxMemory();
    String has =
        "%s for the heap, %d processors"
            .formatted(Figures.bytes(memory), Runtime.getRuntime().availableProcessors());
    if (memory >= LEAST_MEMORY) {
      diagnosis.good("memory", has);
    } else {
      diagnosis.fault("memory", has + "; a night needs 1 GB. Give -Xmx2g in TRIBUTARY_OPTS.");
    }
  }

  public static void of(Settings settings, Diagnosis diagnosis) {
    hashKey(settings, diagnosis);
    folder("lakehouse", settings.lakehouse(), diagnosis);
    if (!settings.restricted().startsWith(settings.lakehouse() + "/")) {
      folder("restricted", settings.restricted(), diagnosis);
    }
  }

  private static void hashKey(Settings settings, Diagnosis diagnosis) {
    String variable = settings.hashKeyVariable();
    if (settings.hashKey() == null) {
      diagnosis.fault("hash key", variable + " is not set. Make a key with: openssl rand -hex 32");
    } else if (settings.hashKey().isPublic()) {
      diagnosis.doubt("hash key", "the public one; for data of real people set " + variable);
    } else {
      diagnosis.good("hash key", "set");
    }
  }

  private static void folder(String subject, String path, Diagnosis diagnosis) {
    if (path.contains("://")) {
      diagnosis.note(subject, path + " is remote; its first use tells whether it can be written");
      return;
    }
    Path there = Path.of(path);
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    if (!Files.isWritable(there)) {
      diagnosis.fault(subject, there + " cannot be written. Change its owner or 'lakehouse'.");
      return;
    }
    try {
      long free = Files.getFileStore(there).getUsableSpace();
      String words = "%s, %s free".formatted(path, Figures.bytes(free));
      if (free >= LEAST_DISK) {
        diagnosis.good(subject, words);
      } else {
        diagnosis.fault(subject, words + "; a night needs 1 GB. Make room.");
      }
    } catch (IOException fault) {
      diagnosis.doubt(subject, path + ": its free space cannot be told");
    }
  }
}
