package io.tributary.bronze.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The paths that a source's {@code files} stand for, as a regular expression. */
public final class FilePattern {
  private static final Pattern PART = Pattern.compile("\\{(delivered|account)\\}|\\*|[^{*]+");

  private FilePattern() {}

  /** Whether paths begin at a root of their own, and not at the landing folder. */
  public static boolean isAbsolute(String files) {
    return files.startsWith("/") || files.contains("://");
  }

  /** A whole path, with a group for each placeholder. */
  public static String whole(String files) {
    Matcher parts = PART.matcher(files);
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

  /** A path in whichever landing folder, for that may have moved since the file landed. */
  static String anywhere(String files) {
    return (isAbsolute(files) ? "^" : "(^|/)") + whole(files) + "$";
  }
}
