package io.tributary.bronze;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The columns of a delimited file. */
record Header(String file, LocalDate delivered, List<String> names) implements Serializable {

  /** Something the operator should look at before figures are missing. */
  record Change(String file, String message) {}

  /** What the file has in common with those of other days: its path but for the date. */
  String stream() {
    return file.replace(delivered.toString(), "*");
  }

  /**
   * What changed from file to file: columns that are gone are empty in every table they fed, and
   * those that are new feed none.
   *
   * @param before the headers of the last files that landed earlier
   * @param landed those of this run, in any order and perhaps more than once
   */
  static List<Change> changes(Collection<Header> before, Collection<Header> landed) {
    Map<String, Header> last = new HashMap<>();
    before.forEach(header -> last.put(header.stream(), header));
    List<Change> changes = new ArrayList<>();
    landed.stream()
        .distinct()
        .sorted(Comparator.comparing(Header::delivered).thenComparing(Header::file))
        .forEach(
            header -> {
              Header earlier = last.put(header.stream(), header);
              if (earlier != null && !Set.copyOf(earlier.names).equals(Set.copyOf(header.names))) {
                changes.add(header.since(earlier));
              }
            });
    return changes;
  }

  private Change since(Header earlier) {
    List<String> parts = new ArrayList<>();
    Set<String> gone = new TreeSet<>(earlier.names);
    names.forEach(gone::remove);
    Set<String> more = new TreeSet<>(names);
    earlier.names.forEach(more::remove);
    if (2 * gone.size() > earlier.names.size()) {
      // A file without a header has people's names in its first row; they go into no message.
      return new Change(
          file,
          ("%d of the %d columns of %s are gone; perhaps the header is missing."
                  + " What the source's YAML reads of them is empty from here on.")
              .formatted(gone.size(), earlier.names.size(), earlier.delivered));
    }
    if (!gone.isEmpty()) {
      parts.add("gone: " + String.join(", ", gone));
    }
    if (!more.isEmpty()) {
      parts.add("new: " + String.join(", ", more));
    }
    String advice =
        gone.isEmpty()
            ? "map what is new in the source's YAML where a table has use for it"
            : "what the source's YAML reads of a column that is gone is empty from here on";
    return new Change(
        file,
        "The columns are not those of %s (%s); %s."
            .formatted(earlier.delivered, String.join("; ", parts), advice));
  }
}
