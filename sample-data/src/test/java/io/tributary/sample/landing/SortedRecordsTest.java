package io.tributary.sample.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SortedRecordsTest {
  @TempDir Path folder;

  @Test
  void recordsComeOutSortedHoweverOftenTheyWereSpilled() throws IOException {
    var keys = new ArrayList<String>();
    for (int i = 0; i < 5000; i++) {
      keys.add("%05d".formatted(i));
    }
    var shuffled = new ArrayList<>(keys);
    Collections.shuffle(shuffled, new Random(5));

    var found = new ArrayList<String>();
    try (var records = new SortedRecords(folder, 2000)) {
      for (var key : shuffled) {
        records.add(key, "ü" + key);
      }
      records.forEach(entry -> found.add(entry.text()));
    }

    assertThat(found).isEqualTo(keys.stream().map(key -> "ü" + key).toList());
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void recordsWithTheSameKeyComeInTheOrderOfTheirText() throws IOException {
    var found = new ArrayList<String>();
    try (var records = new SortedRecords(folder, 1000)) {
      records.add("a", "2");
      records.add("a", "1");
      records.forEach(entry -> found.add(entry.text()));
    }

    assertThat(found).isEqualTo(List.of("1", "2"));
  }
}
