package io.tributary.bronze.proposal;

import io.tributary.bronze.files.Bytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The YAML that a file of an unknown export suggests, with what a person must decide. */
public final class SourceProposal {
  private final String name;
  private final GuessedFormat format;
  private final Sample sample;
  private final List<String> doubts = new ArrayList<>();

  private SourceProposal(String name, GuessedFormat format, Sample sample) {
    this.name = name;
    this.format = format;
    this.sample = sample;
  }

  /** Reads a sample of the file; no value of it comes into the proposal. */
  public static String yaml(String name, Bytes bytes) throws IOException {
    GuessedFormat format = GuessedFormat.of(bytes);
    return new SourceProposal(name, format, Sample.of(bytes, format.format())).yaml();
  }

  private String yaml() {
    KeyGuess key = KeyGuess.of(sample);
    List<SeenField> versions = versions();
    doubts.addAll(key.doubts());
    doubts.addAll(format.doubts());
    StringBuilder yaml = new StringBuilder();
    yaml.append(
        """
        # Proposed from a sample of %d records. Settle each doubt, then try it:
        # scripts/tributary source test %s
        name: %s
        description: What a record is, and where it comes from
        files: %s/{delivered}/*
        format: %s
        """
            .formatted(sample.records(), name, name, name, format.yaml()));
    List<String> parts = key.fields().stream().map(SeenField::path).toList();
    delivery(yaml, parts, versions);
    list(yaml, "required", parts);
    list(yaml, "pii", sample.personal());
    conventions();
    defects();
    doubts.forEach(doubt -> yaml.append("# doubt: ").append(doubt).append('\n'));
    fields(yaml);
    return yaml.toString();
  }

  private void delivery(StringBuilder yaml, List<String> key, List<SeenField> versions) {
    boolean isUpsert = !key.isEmpty() && !versions.isEmpty();
    yaml.append("delivery: ").append(isUpsert ? "upsert" : "append").append('\n');
    if (key.size() == 1) {
      yaml.append("key: ").append(quoted(key.get(0))).append('\n');
    } else {
      list(yaml, "key", key);
    }
    if (isUpsert) {
      yaml.append("version: ").append(quoted(versions.get(0).path())).append('\n');
      doubts.add("delivery: a record is taken to come again with a later version");
      if (versions.size() > 1) {
        doubts.add("version: it may be one of " + paths(versions.subList(1, versions.size())));
      }
    } else if (!key.isEmpty()) {
      doubts.add(
          "delivery: nothing says which of two copies of a record is newer; if deliveries restate"
              + " earlier ones, choose window, snapshot or file");
    }
  }

  /** When a record changed, rather than what it holds, and rather than when it was fetched. */
  private List<SeenField> versions() {
    return sample.ofRecord().stream()
        .filter(field -> field.kind().isTime() && field.filled() == sample.records())
        .filter(field -> field.name().matches(".*(updated|modified|changed|processed|synced).*"))
        .sorted(
            Comparator.comparingInt(SeenField::depth)
                .thenComparing(field -> field.name().matches(".*(processed|synced).*")))
        .toList();
  }

  private static void list(StringBuilder yaml, String key, List<String> paths) {
    if (!paths.isEmpty()) {
      yaml.append(key)
          .append(
              paths.stream()
                  .map(path -> quoted(path))
                  .collect(Collectors.joining(", ", ": [", "]\n")));
    }
  }

  /** A bracket begins a list in YAML. */
  private static String quoted(String path) {
    return path.contains("[") ? '"' + path + '"' : path;
  }

  private void conventions() {
    doubt("pii: what people write may name somebody: %s", SeenField::isFreeText);
    doubt(
        "time: no zone is written in %s; say it, as in to_utc_timestamp(..., 'Europe/London')",
        field -> field.kind() == ValueKind.LOCAL_TIME);
    doubt(
        "time: counts from 1970; timestamp_seconds(...) or timestamp_millis(...) of %s",
        field -> field.kind().isEpoch());
    doubt(
        "time: text cannot be cast in %s; to_timestamp(regexp_extract(..., '[0-9].*[0-9]', 0),"
            + " 'd MMM yyyy HH:mm:ss Z')",
        field -> field.kind() == ValueKind.MAIL_TIME);
    doubt(
        "time: day and month may stand either way in %s; to_date(..., 'dd.MM.yyyy')",
        field -> field.kind() == ValueKind.WRITTEN_DATE);
    doubt(
        "money: micros, which are millionths: divide %s by 1000000",
        field -> field.name().contains("micros"));
    doubt(
        "money: a decimal comma in %s; replace(replace(..., '.', ''), ',', '.')",
        field -> field.kind() == ValueKind.COMMA_DECIMAL);
    doubt(
        "money: whole numbers in %s; they may be cents",
        field ->
            field.isMoney() && field.kind() == ValueKind.WHOLE && !field.name().contains("micros"));
    boolean hasMoney = sample.fields().stream().anyMatch(SeenField::isMoney);
    boolean hasCurrency =
        sample.fields().stream().anyMatch(field -> field.name().contains("currency"));
    if (hasMoney && !hasCurrency) {
      doubts.add("money: no field names the currency; write it as a literal, as in \"'USD'\"");
    }
  }

  private void doubt(String words, Predicate<SeenField> isMeant) {
    List<SeenField> meant = sample.fields().stream().filter(isMeant).toList();
    if (!meant.isEmpty()) {
      doubts.add(words.formatted(paths(meant)));
    }
  }

  private static String paths(List<SeenField> fields) {
    return fields.stream().limit(5).map(SeenField::path).collect(Collectors.joining(", "));
  }

  private void defects() {
    if (!sample.defects().isEmpty()) {
      doubts.add(
          "%d records of the sample cannot be read; the first: %s"
              .formatted(sample.defects().size(), sample.defects().get(0)));
    }
  }

  /** What feeds may name, ready to be copied. */
  private void fields(StringBuilder yaml) {
    yaml.append(
        """
        # Add 'feeds:' to bring it into silver; without them the records rest in bronze. Its columns
        # are expressions over these fields (docs/tables.md says what each table wants):
        """);
    sample.ofRecord().forEach(field -> yaml.append(line(field, sample.records())));
    for (String list : sample.lists()) {
      yaml.append("# explode: record:").append(list).append('\n');
      sample.ofItems(list).forEach(field -> yaml.append(line(field, 0)));
    }
  }

  private static String line(SeenField field, long records) {
    List<String> notes = new ArrayList<>();
    notes.add(field.filled() == 0 ? "always empty" : field.kind().words());
    if (field.isMoney()) {
      notes.add("money");
    }
    if (field.isPersonal()) {
      notes.add("personal");
    }
    if (records > 0 && field.filled() < records && field.filled() > 0) {
      notes.add("filled in %d of %d".formatted(field.filled(), records));
    }
    // Money is whole only as long as the sample happens to be.
    ValueKind kind = field.isMoney() ? field.kind().with(ValueKind.DECIMAL) : field.kind();
    String expression = field.path() + kind.cast();
    return String.format(Locale.ROOT, "#   %-52s %s%n", expression, String.join(", ", notes));
  }
}
