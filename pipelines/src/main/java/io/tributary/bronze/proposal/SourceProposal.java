package io.tributary.bronze.proposal;

import io.tributary.bronze.files.Bytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    Optional<SeenField> key = key();
    Optional<SeenField> version = version();
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
    delivery(yaml, key, version);
    list(yaml, "required", key.stream().map(SeenField::path).toList());
    list(yaml, "pii", sample.personal());
    conventions();
    defects();
    doubts.forEach(doubt -> yaml.append("# doubt: ").append(doubt).append('\n'));
    fields(yaml);
    return yaml.toString();
  }

  private void delivery(StringBuilder yaml, Optional<SeenField> key, Optional<SeenField> version) {
    boolean isUpsert = key.isPresent() && version.isPresent();
    yaml.append("delivery: ").append(isUpsert ? "upsert" : "append").append('\n');
    key.ifPresent(field -> yaml.append("key: ").append(quoted(field.path())).append('\n'));
    if (isUpsert) {
      yaml.append("version: ").append(quoted(version.get().path())).append('\n');
      doubts.add("delivery: a record is taken to come again with a later version");
    } else if (key.isPresent()) {
      doubts.add(
          "delivery: nothing says which of two copies of a record is newer; if deliveries restate"
              + " earlier ones, choose window, snapshot or file");
    } else {
      doubts.add(
          "key: no field tells every record of the sample from the others; name several, or leave"
              + " it out and each line counts as a record of its own");
    }
  }

  /** A field that every record has and none shares, by preference one that is called a key. */
  private Optional<SeenField> key() {
    List<SeenField> unique =
        sample.ofRecord().stream()
            .filter(field -> field.isUnique() && field.filled() == sample.records())
            .filter(field -> !field.isPersonal() && !field.kind().isTime() && !field.isMoney())
            .sorted(Comparator.comparingInt(SourceProposal::keyRank))
            .toList();
    Optional<SeenField> best = unique.stream().filter(field -> keyRank(field) < 9).findFirst();
    if (best.isPresent() && sample.records() < 30) {
      doubts.add("key: %d records are few to tell that it is unique".formatted(sample.records()));
    }
    if (unique.size() > 1 && best.isPresent()) {
      doubts.add(
          "key: as unique in the sample: "
              + unique.stream()
                  .filter(field -> field != best.get())
                  .limit(5)
                  .map(SeenField::path)
                  .collect(Collectors.joining(", ")));
    }
    return best;
  }

  private static int keyRank(SeenField field) {
    int depth = field.path().split("\\.").length - 1;
    if (field.name().matches("id|_id|uuid|guid|key")) {
      return depth;
    }
    boolean isNamedKey = field.name().matches(".*(_id|_no|_number|_key|_uuid|asin|sku|ean)");
    return isNamedKey ? 3 + depth : 9;
  }

  private Optional<SeenField> version() {
    return sample.ofRecord().stream()
        .filter(field -> field.kind().isTime() && field.filled() == sample.records())
        .filter(field -> field.name().matches(".*(updated|modified|changed|processed|synced).*"))
        .findFirst();
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
    doubt(
        "time: no zone is written; say it, as in to_utc_timestamp(%s, 'Europe/London')",
        field -> field.kind() == ValueKind.LOCAL_TIME);
    doubt(
        "time: counts from 1970; timestamp_seconds(...) or timestamp_millis(...) of %s",
        field -> field.kind().isEpoch());
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
    List<String> paths =
        sample.fields().stream().filter(isMeant).limit(5).map(SeenField::path).toList();
    if (!paths.isEmpty()) {
      doubts.add(words.formatted(String.join(", ", paths)));
    }
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
    String expression = field.path() + field.kind().cast();
    return String.format(Locale.ROOT, "#   %-52s %s%n", expression, String.join(", ", notes));
  }
}
