package io.tributary.lake;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a run will do, committed before it does anything, so that a second attempt does the same.
 *
 * @param number rises by one with each run; marks every write of the run
 * @param selection the steps chosen, by name
 * @param files the landing files it will land, and no others
 * @param copies those of the files that are not read, because the same bytes have landed before:
 *     their hashes, by path
 * @param versions each table's version when the run was planned
 */
public record RunPlan(
    long number,
    LocalDate asOf,
    List<String> selection,
    List<PlannedFile> files,
    Map<String, String> copies,
    Map<String, Long> versions) {

  /** A landing file as it was when the run was planned; the time is in milliseconds since 1970. */
  public record PlannedFile(
      String source, String path, String account, LocalDate delivered, long bytes, long modified)
      implements Serializable {}

  public List<PlannedFile> files(String source) {
    return files.stream().filter(file -> file.source().equals(source)).toList();
  }

  boolean isCopy(PlannedFile file) {
    return copies.containsKey(file.path());
  }

  /** The table's version when the run was planned; -1 when there was no such table. */
  public long version(Table table) {
    return versions.getOrDefault(table.qualifiedName(), -1L);
  }
}
