package io.tributary.jobs.night;

import io.tributary.jobs.night.Dictionary.Entry;
import io.tributary.lake.Check;
import io.tributary.lake.Field;
import io.tributary.lake.Layer;
import io.tributary.lake.Table;
import io.tributary.silver.Silver;
import io.tributary.silver.typing.Mapping;
import java.util.List;
import java.util.stream.Collectors;

/** The dictionary as a page of Markdown. */
public final class DictionaryPage {
  private static final String PREAMBLE =
      """
      # The tables

      Made by `scripts/tributary tables --markdown` from the declarations that make the tables; do \
      not edit. Columns in bold are the key. Tables marked *restricted* hold personal data and lie \
      under the restricted root. What is *certified* is defined here once, and finance answers for it.
      """;

  private static final String FEEDS =
      """
      ## feeds

      What a source's YAML may say under `feeds:`, table by table: each column as an expression over \
      the record, typed as here. What must be given is marked; a record whose value does not fit is \
      set aside.
      """;

  private final StringBuilder page = new StringBuilder(PREAMBLE);

  private DictionaryPage() {}

  public static String of(Dictionary dictionary) {
    DictionaryPage written = new DictionaryPage();
    Layer layer = null;
    for (List<Entry> family : dictionary.families()) {
      Layer next = family.get(0).table().layer();
      if (next != layer) {
        written.line("", "## " + next.schema());
      }
      layer = next;
      written.family(family);
    }
    written.page.append('\n').append(FEEDS);
    Silver.feeds().forEach(written::feed);
    return written.page.toString();
  }

  private void family(List<Entry> family) {
    family.forEach(this::heading);
    Entry first = family.get(0);
    if (family.size() > 1) {
      line("", "The columns of each:");
    }
    line("", "| column | type | null | meaning |", "|---|---|---|---|");
    first.table().fields().forEach(field -> line(row(first, field)));
    rules(first.table().rules());
  }

  private void heading(Entry entry) {
    Table table = entry.table();
    line("", "### " + table.qualifiedName() + (table.isRestricted() ? " (*restricted*)" : ""), "");
    line(
        table.grain()
            + (entry.origin().isEmpty() ? "" : " Made from: " + entry.origin() + ".")
            + " Owner: "
            + entry.owner()
            + ".");
  }

  private static String row(Entry entry, Field field) {
    String name = entry.isInKey(field) ? "**" + field.name() + "**" : field.name();
    String type = field.type().simpleString();
    return "| %s | %s | %s | %s |"
        .formatted(name, type, field.nullable() ? "yes" : "", cell(field.definition()));
  }

  private void feed(Mapping feed) {
    line("", "### feeds: " + feed.feed(), "");
    line("| column | type | required | meaning |", "|---|---|---|---|");
    for (Field field : feed.fields()) {
      line(
          "| %s | %s | %s | %s |"
              .formatted(
                  field.name(),
                  field.type().simpleString(),
                  field.nullable() ? "" : "yes",
                  cell(field.definition())));
    }
    rules(feed.checks());
  }

  private void rules(List<Check> rules) {
    if (!rules.isEmpty()) {
      line("", "Rules:", "");
      line(
          rules.stream()
              .map(check -> "- " + Dictionary.words(check))
              .collect(Collectors.joining("\n")));
    }
  }

  private static String cell(String text) {
    return text.replaceAll("\\s+", " ").replace("|", "\\|");
  }

  private void line(String... lines) {
    for (String line : lines) {
      page.append(line).append('\n');
    }
  }
}
