package io.tributary.bronze;

import io.tributary.bronze.source.FilePattern;
import io.tributary.bronze.source.Source;
import io.tributary.lake.RunPlan.PlannedFile;
import io.tributary.lake.Storage;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The landing folder of all sources: which of its files are whose. */
public final class Landing {
  private final Storage storage;
  private final String root;

  public Landing(Storage storage, String root) {
    this.storage = storage;
    this.root = storage.absolute(root);
  }

  /**
   * What lies in the folders of some sources.
   *
   * @param files the deliveries of each source, oldest first
   * @param unmatched the files that none of the sources takes, seen from the landing folder
   */
  public record Listing(List<PlannedFile> files, List<String> unmatched) {}

  /** Lists each source's folder, and a folder that several sources share once. */
  public Listing list(List<Source> sources) {
    Map<String, List<Storage.Listed>> folders = new HashMap<>();
    List<PlannedFile> files = new ArrayList<>();
    for (Source source : sources) {
      String pattern = absolute(source.files());
      Pattern path = Pattern.compile(FilePattern.whole(pattern));
      folders.computeIfAbsent(fixedFolder(pattern), storage::filesBelow).stream()
          .flatMap(file -> planned(source, path, file).stream())
          .sorted(Comparator.comparing(PlannedFile::delivered).thenComparing(PlannedFile::path))
          .forEach(files::add);
    }
    return new Listing(List.copyOf(files), unmatched(folders.values(), files));
  }

  private List<String> unmatched(
      Collection<List<Storage.Listed>> folders, List<PlannedFile> files) {
    Set<String> taken = files.stream().map(PlannedFile::path).collect(Collectors.toSet());
    return folders.stream()
        .flatMap(List::stream)
        .map(Storage.Listed::path)
        .filter(path -> !taken.contains(path))
        .map(path -> path.startsWith(root + "/") ? path.substring(root.length() + 1) : path)
        // A source's folder may lie within another's.
        .distinct()
        .sorted()
        .toList();
  }

  private String absolute(String pattern) {
    return FilePattern.isAbsolute(pattern) ? pattern : root + "/" + pattern;
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
}
