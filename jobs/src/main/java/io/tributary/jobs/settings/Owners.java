package io.tributary.jobs.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.tributary.lake.Table;
import io.tributary.lake.TributaryException;
import io.tributary.lake.YamlFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Who answers for each table: whom to ask what it means, and to tell when it is wrong. */
public final class Owners {
  private final Path file;
  private final Map<String, String> byName;

  private Owners(Path file, Map<String, String> byName) {
    this.file = file;
    this.byName = byName;
  }

  /** The owners in a file: by name of a table, in which {@code *} stands for anything. */
  public static Owners read(Path file) {
    return new Owners(file, YamlFile.read(file, Written.class).byName());
  }

  private record Written(Map<String, String> byName) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Written of(LinkedHashMap<String, String> byName) {
      return new Written(byName);
    }
  }

  /** The owner of a table: of the names that fit, the first one's. */
  public String of(Table table) {
    return byName.entrySet().stream()
        .filter(entry -> fits(entry.getKey()).test(table))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(
            () ->
                TributaryException.usage(
                    "%s: nobody owns %s; give it an owner, or all the rest one as '*'"
                        .formatted(file, table)));
  }

  /** Refuses a name that none of the tables has. */
  public void requireTables(List<Table> tables) {
    byName.keySet().stream()
        .filter(name -> tables.stream().noneMatch(fits(name)))
        .findFirst()
        .ifPresent(
            name -> {
              throw TributaryException.usage(
                  "%s: %s: there is no such table; 'tributary tables' lists them"
                      .formatted(file, name));
            });
  }

  private static Predicate<Table> fits(String name) {
    Pattern pattern = Pattern.compile("\\Q" + name.replace("*", "\\E.*\\Q") + "\\E");
    return table -> pattern.matcher(table.qualifiedName()).matches();
  }
}
