package io.tributary.bronze.source;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.tributary.bronze.files.FileFormat;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A source of records as its YAML tells it.
 *
 * @param name names the bronze table
 * @param files where its files land: a path pattern with {@code {delivered}} and {@code {account}},
 *     below the landing folder unless absolute; {@code <name>/{delivered}/*} when left out
 * @param delivered the delivery date of files whose path does not tell it
 * @param account the account of files whose path does not tell it
 * @param key the expressions that together tell one record from another; none for records that only
 *     their place tells apart
 * @param version orders the copies of a record; the greatest stands. For {@code delivery: upsert}
 *     the last delivery of the same when left out
 * @param window for {@code delivery: window}, the period a record belongs to
 * @param required what each record must carry, as paths; the header of a CSV file must name them
 * @param pii the paths that hold personal data
 * @param feeds the silver tables it feeds, each in one or more ways
 * @param lists lists of its records that land as sources of their own
 * @param otherRoads the same source by each other road that its YAML knows, under its name
 */
public record Source(
    String name,
    String description,
    String files,
    LocalDate delivered,
    String account,
    FileFormat format,
    Delivery delivery,
    List<String> key,
    String version,
    String window,
    List<String> required,
    List<String> pii,
    Map<String, List<Feed>> feeds,
    Map<String, ChildList> lists,
    SortedMap<String, Source> otherRoads) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*\\}?");
  private static final Set<String> PLACEHOLDERS = Set.of("{delivered}", "{account}");

  /** Fills in what is left out and checks that the parts fit together. */
  public Source {
    if (name == null || !name.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException(
          "name: found '%s'; lower-case letters, digits and _ are allowed".formatted(name));
    }
    if (format == null) {
      throw new IllegalArgumentException("format: is missing; one of " + FileFormat.Kind.names());
    }
    files = files == null ? name + "/{delivered}/*" : files;
    delivery = delivery == null ? Delivery.APPEND : delivery;
    key = key == null ? List.of() : List.copyOf(key);
    required = required == null ? List.of() : List.copyOf(required);
    format = format.expecting(columns(required));
    pii = pii == null ? List.of() : List.copyOf(pii);
    feeds = feeds == null ? Map.of() : new LinkedHashMap<>(feeds);
    lists = lists == null ? Map.of() : new LinkedHashMap<>(lists);
    otherRoads = otherRoads == null ? new TreeMap<>() : new TreeMap<>(otherRoads);
    checkDelivery(delivery, key, window);
    checkPlaceholders(files);
    checkAccount(files);
    if (delivered == null && !files.contains("{delivered}")) {
      throw new IllegalArgumentException(
          "delivered: is missing; give a date, or put {delivered} into the files pattern");
    }
  }

  /** A source as its YAML is written, by the road that it names. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Source of(SourceFile written) {
    return written.source();
  }

  /** The columns of a row that paths name; a file that lacks one is not what it should be. */
  private static List<String> columns(List<String> paths) {
    return paths.stream()
        .filter(RecordPaths::isPath)
        .map(path -> RecordPaths.in(path, "string").get(0).steps())
        .filter(steps -> steps.size() == 1)
        .map(steps -> steps.get(0).toString())
        .toList();
  }

  private static void checkPlaceholders(String files) {
    List<String> found = PLACEHOLDER.matcher(files).results().map(MatchResult::group).toList();
    for (String one : found) {
      if (!PLACEHOLDERS.contains(one) || Collections.frequency(found, one) > 1) {
        throw new IllegalArgumentException(
            "files: found %s; {delivered} and {account} are allowed, each once"
                .formatted(String.join(", ", found)));
      }
    }
  }

  private static void checkAccount(String files) {
    if (files.contains("{account}*") || files.contains("*{account}")) {
      throw new IllegalArgumentException(
          "files: found '%s'; put text or a slash between {account} and *".formatted(files));
    }
  }

  /** A regular expression for the paths of the files that land by its own road. */
  public String paths() {
    return FilePattern.anywhere(files);
  }

  /** Whether the copies of a record have no version, and what was delivered last stands. */
  public boolean isOrderedByDelivery() {
    return delivery == Delivery.UPSERT && version == null;
  }

  private static void checkDelivery(Delivery delivery, List<String> key, String window) {
    if (delivery == Delivery.UPSERT && key.isEmpty()) {
      throw new IllegalArgumentException("key: is missing; delivery: upsert needs one");
    }
    if ((delivery == Delivery.WINDOW) != (window != null)) {
      throw new IllegalArgumentException(
          "window: goes with delivery: window, and delivery: window needs it");
    }
  }
}
