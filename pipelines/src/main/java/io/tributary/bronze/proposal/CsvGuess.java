package io.tributary.bronze.proposal;

import io.tributary.bronze.files.CsvLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How the rows of a CSV file are laid out, told from its first lines. */
final class CsvGuess {
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};
  private static final int LINES = 50;

  private CsvGuess() {}

  static GuessedFormat of(String text) {
    List<String> lines = text.lines().limit(LINES).toList();
    String first = lines.isEmpty() ? "" : lines.get(0);
    char delimiter = delimiter(first);
    List<String> doubts = new ArrayList<>();
    if (count(first, delimiter) == 0) {
      doubts.add("the first line has no delimiter; one column is assumed");
    }
    String[] names = first.split(java.util.regex.Pattern.quote("" + delimiter), -1);
    boolean isHeader =
        Arrays.stream(names)
            .map(name -> ValueKind.of(name.replace("\"", "")))
            .noneMatch(kind -> kind.isNumber() || kind.isTime() || kind == ValueKind.DATE);
    CsvLayout layout = CsvLayout.RFC_4180.delimitedBy(delimiter);
    if (isHeader) {
      String yaml =
          delimiter == ',' ? "csv" : "{kind: csv, csv: {delimiter: " + quoted(delimiter) + "}}";
      return GuessedFormat.csv(layout, yaml, doubts);
    }
    doubts.add("the first row looks like data; give the columns their names");
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= names.length; i++) {
      columns.add("c" + i);
    }
    return GuessedFormat.csv(
        CsvLayout.headless(columns).delimitedBy(delimiter),
        "{kind: csv, csv: {delimiter: %s, headless: true, columns: %s}}"
            .formatted(quoted(delimiter), columns),
        doubts);
  }

  private static String quoted(char delimiter) {
    return delimiter == '\t' ? "\"\\t\"" : "'" + delimiter + "'";
  }

  private static char delimiter(String line) {
    char best = ',';
    for (char candidate : DELIMITERS) {
      best = count(line, candidate) > count(line, best) ? candidate : best;
    }
    return best;
  }

  /** Delimiters outside quotes. */
  private static long count(String line, char delimiter) {
    boolean isQuoted = false;
    long count = 0;
    for (int i = 0; i < line.length(); i++) {
      char one = line.charAt(i);
      isQuoted = one == '"' ? !isQuoted : isQuoted;
      count += one == delimiter && !isQuoted ? 1 : 0;
    }
    return count;
  }
}
