package io.tributary.bronze.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the names of the cells: cells are known by name, for exports change their order. */
final class CsvHeader {
  private CsvHeader() {}

  /** The names in the order of the cells; reads the header where there is one. */
  static List<String> of(CsvText text, CsvLayout layout) throws IOException {
    if (layout.headless()) {
      return layout.columns();
    }
    if (!text.next()) {
      throw new Unreadable("has no header row; deliver the header even when there are no rows");
    }
    List<String> names = names(text);
    refuseDuplicates(names);
    List<String> missing = new ArrayList<>(layout.columns());
    missing.removeAll(names);
    if (!missing.isEmpty()) {
      throw new Unreadable(
          Wording.of(
              "the header lacks %s (it has %,d names); if the file has no header, set csv.headless",
              String.join(", ", missing), names.size()));
    }
    return names;
  }

  private static List<String> names(CsvText text) throws Unreadable {
    try {
      List<String> names = text.cells(text.raw());
      names.replaceAll(name -> name == null ? "" : name);
      return names;
    } catch (Unreadable e) {
      throw new Unreadable("the header cannot be read: " + e.getMessage());
    }
  }

  /** Says where and not what: a file without a header has people's names in its first row. */
  private static void refuseDuplicates(List<String> names) throws Unreadable {
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      Integer first = seen.putIfAbsent(names.get(i), i);
      if (first != null) {
        throw new Unreadable(
            Wording.of(
                "columns %,d and %,d of the header have the same name; rename one at the source",
                first + 1, i + 1));
      }
    }
  }
}
