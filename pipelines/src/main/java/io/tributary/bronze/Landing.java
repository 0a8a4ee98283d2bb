package io.tributary.bronze;

import io.tributary.bronze.source.Source;
import io.tributary.lake.RunPlan.PlannedFile;
import io.tributary.lake.Storage;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The landing folder of all sources: which files have been delivered by a day. */
public final class Landing {
  private static final Pattern PART = Pattern.compile("\\{(delivered|account)\\}|\\*|[^{*]+");

  private final Storage storage;
  private final String root;

  public Landing(Storage storage, String root) {
    this.storage = storage;
    this.root = storage.absolute(root);
  }

  /** The files of a source that were delivered on {@code asOf} or before, oldest first. */
  public List<PlannedFile> files(Source source, LocalDate asOf) {
    String pattern = absolute(source.files());
    Pattern path = Pattern.compile(regex(pattern));
    return storage.filesBelow(fixedFolder(pattern)).stream()
        .flatMap(file -> planned(source, path, file).stream())
        .filter(file -> !file.delivered().isAfter(asOf))
        .sorted(Comparator.comparing(PlannedFile::delivered).thenComparing(PlannedFile::path))
        .toList();
  }

  private String absolute(String pattern) {
    boolean isAbsolute = pattern.startsWith("/") || pattern.contains("://");
    return isAbsolute ? pattern : root + "/" + pattern;
  }

  private Optional<PlannedFile> planned(Source source, Pattern path, Storage.Listed file) {
    Matcher parts = path.matcher(file.path());
    if (!parts.matches()) {
      return Optional.empty();
    }
    LocalDate delivered = date(part(parts, "delivered")).orElse(source.delivered());
    if (delivered == null) {
      return Optional.empty();
    }
    String account = Optional.ofNullable(part(parts, "account")).orElse(source.account());
    return Optional.of(
        new PlannedFile(
            source.name(), file.path(), account, delivered, file.bytes(), file.modified()));
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.ofNullable(text).map(LocalDate::parse);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String part(Matcher parts, String name) {
    return parts.pattern().pattern().contains("(?<" + name + ">") ? parts.group(name) : null;
  }

  private static String fixedFolder(String pattern) {
    int open = pattern.replace('*', '{').indexOf('{');
    return open < 0 ? pattern : pattern.substring(0, pattern.lastIndexOf('/', open));
  }

  private static String regex(String pattern) {
    Matcher parts = PART.matcher(pattern);
    StringBuilder regex = new StringBuilder();
    while (parts.find()) {
      String name = parts.group(1);
      if (name != null) {
        regex.append("(?<").append(name).append(">[^/]+?)");
      } else {
        regex.append(parts.group().equals("*") ? "[^/]*" : Pattern.quote(parts.group()));
      }
    }
    return regex.toString();
  }
}
