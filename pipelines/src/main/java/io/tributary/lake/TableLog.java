package io.tributary.lake;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions of a table that can be read, told by the files of its log. */
final class TableLog {
  private static final Pattern ENTRY =
      Pattern.compile(".*/_delta_log/(\\d{20})\\.(json|crc|checkpoint\\.parquet)");

  private final List<Storage.Listed> files;
  private final TreeMap<Long, Long> commits = new TreeMap<>();
  private final TreeSet<Long> checkpoints = new TreeSet<>();

  /** The log among all files of a table. */
  TableLog(List<Storage.Listed> files) {
    this.files = files.stream().filter(file -> ENTRY.matcher(file.path()).matches()).toList();
    for (Storage.Listed file : this.files) {
      if (file.path().endsWith(".json")) {
        commits.put(version(file), file.modified());
      } else if (file.path().endsWith(".parquet")) {
        checkpoints.add(version(file));
      }
    }
  }

  private static long version(Storage.Listed file) {
    Matcher entry = ENTRY.matcher(file.path());
    if (!entry.matches()) {
      throw new IllegalArgumentException(file.path() + " is no entry of a log");
    }
    return Long.parseLong(entry.group(1));
  }

  /** The version that readers saw at a time; the first that can be read when there was none. */
  long at(long millis) {
    return commits.entrySet().stream()
        .filter(commit -> commit.getValue() <= millis)
        .mapToLong(Map.Entry::getKey)
        .max()
        .orElse(first());
  }

  /** The first version that can be read. */
  long first() {
    return commits.firstKey() == 0 || checkpoints.isEmpty() ? 0 : checkpoints.first();
  }

  /** Entries last written by a time that no version from this one on is read by. */
  List<Storage.Listed> before(long version, long millis) {
    Long checkpoint = checkpoints.floor(version);
    return checkpoint == null
        ? List.of()
        : files.stream()
            .filter(file -> version(file) < checkpoint && file.modified() <= millis)
            .toList();
  }
}
