package io.tributary.sample.fault;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The faults that the records of a source may have, and how each is made. */
final class Rule {

  private final Pattern day;
  private String drawnAs;
  private final Map<Kind, UnaryOperator<String>> faults = new EnumMap<>(Kind.class);

  /** A rule for records whose day stands in the first match. */
  Rule(String day) {
    this.day = Pattern.compile(day);
  }

  /** Draws faults as if each file had this name, so that its own may change and they do not. */
  Rule drawnAs(String name) {
    drawnAs = name;
    return this;
  }

  Rule with(Kind kind, UnaryOperator<String> change) {
    faults.put(kind, change);
    return this;
  }

  /** Kinds that leave the record's own text alone. */
  Rule with(Kind... kinds) {
    for (var kind : kinds) {
      faults.put(kind, UnaryOperator.identity());
    }
    return this;
  }

  /** Replaces the first match. */
  static UnaryOperator<String> replaced(String pattern, String text) {
    var compiled = Pattern.compile(pattern);
    return line -> compiled.matcher(line).replaceFirst(text);
  }

  /** Cuts a line off in the middle. */
  static String cut(String line) {
    return line.substring(0, line.length() * 3 / 5);
  }

  /** The name that a file's faults are drawn by. */
  Path drawn(Path file) {
    return drawnAs == null ? file : file.resolveSibling(drawnAs);
  }

  Map<Kind, UnaryOperator<String>> faults() {
    return faults;
  }

  Pattern day() {
    return day;
  }
}
