package io.tributary.sample.landing;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Records in the order of their keys, whatever the order they come in. Beyond a fixed number of
 * characters they are sorted, spilled to disk and merged, so memory does not grow with them.
 */
final class SortedRecords implements Closeable {
  /** A text and where it belongs. */
  record Entry(String key, String text) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int order = key.compareTo(other.key);
      return order != 0 ? order : text.compareTo(other.text);
    }
  }

  /** Takes the records in order. */
  interface Sink {
    void accept(Entry entry) throws IOException;
  }

  private static final int MOST_RUNS = 128;
  private static final int CHARACTERS_AN_ENTRY_WEIGHS = 100;

  private final Path folder;
  private final int mostCharacters;
  private final List<Entry> entries = new ArrayList<>();
  private final List<SpilledRun> runs = new ArrayList<>();
  private int characters;

  SortedRecords(Path folder, int mostCharacters) {
    this.folder = folder;
    this.mostCharacters = mostCharacters;
  }

  void add(String key, String text) throws IOException {
    entries.add(new Entry(key, text));
    characters += key.length() + text.length() + CHARACTERS_AN_ENTRY_WEIGHS;
    if (characters > mostCharacters) {
      spill();
    }
  }

  private void spill() throws IOException {
    entries.sort(Comparator.naturalOrder());
    if (runs.size() == MOST_RUNS) {
      var merged = SpilledRun.write(folder, this::forEachSpilled);
      close();
      runs.add(merged);
    }
    runs.add(SpilledRun.write(folder, this::forEachHeld));
    entries.clear();
    characters = 0;
  }

  private void forEachHeld(Sink sink) throws IOException {
    for (var entry : entries) {
      sink.accept(entry);
    }
  }

  void forEach(Sink sink) throws IOException {
    if (runs.isEmpty()) {
      entries.sort(Comparator.naturalOrder());
      forEachHeld(sink);
    } else {
      spill();
      forEachSpilled(sink);
    }
  }

  private void forEachSpilled(Sink sink) throws IOException {
    var heads = new PriorityQueue<SpilledRun>(Comparator.comparing(SpilledRun::head));
    for (var run : runs) {
      if (run.next()) {
        heads.add(run);
      }
    }
    while (!heads.isEmpty()) {
      var least = heads.poll();
      sink.accept(least.head());
      if (least.next()) {
        heads.add(least);
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (var run : runs) {
      run.close();
    }
    runs.clear();
  }
}
