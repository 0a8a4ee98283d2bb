package io.tributary.jobs.command;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.tributary.jobs.console.Console;
import io.tributary.jobs.console.Figures;
import io.tributary.jobs.console.Grid.Column;
import io.tributary.jobs.night.ReviewDesk;
import io.tributary.jobs.night.Workspace;
import io.tributary.lake.RunReport;
import io.tributary.lake.TributaryException;
import io.tributary.silver.identity.ReviewDecisions.Verdict;
import io.tributary.silver.identity.ReviewQueue;
import io.tributary.silver.identity.ReviewSample;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** A file of decisions put on record. */
@Command(
    name = "import",
    description = {
      "Puts on record what a CSV file decides: columns record_key, other_record_key, decision (same,"
          + " different or undone) and note. Lines without a decision are left out; of a file with a"
          + " fault nothing is taken.",
      "",
      "Example: tributary review import pairs.csv --by anna"
    })
final class ReviewImport implements Callable<Integer> {
  @ParentCommand private ReviewCommand review;

  @Parameters(paramLabel = "FILE", description = "The CSV file to read.")
  private Path file;

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who decided.")
  private String owner;

  @Override
  public Integer call() {
    Tributary tributary = review.tributary();
    Console console = tributary.console();
    List<ReviewDesk.Entry> entries = entries();
    if (entries.isEmpty()) {
      console.say("No line of %s has a decision; nothing is put on record.".formatted(file));
      return 0;
    }
    try (Workspace workspace = tributary.open()) {
      ReviewDesk desk = new ReviewDesk(workspace);
      Instant now = tributary.surroundings().clock().instant().truncatedTo(ChronoUnit.MICROS);
      RunReport report = desk.record(entries, owner, now);
      console.say(
          "On record: %s by %s (run %d). The next night obeys them."
              .formatted(Figures.count(entries.size(), "decision"), owner, report.plan().number()));
      ReviewCommand.sayContradictions(desk, console);
      return Nights.exitCode(report, console);
    }
  }

  private List<ReviewDesk.Entry> entries() {
    List<ReviewDesk.Entry> entries = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord line : lines) {
        for (Column column : ReviewExport.ANSWERED.subList(0, 3)) {
          require(line, column.name());
        }
        String decision = line.getField("decision").strip();
        if (!decision.isEmpty()) {
          entries.add(entry(line, decision));
        }
      }
    } catch (IOException | CsvParseException e) {
      throw TributaryException.usage("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
    return entries;
  }

  private void require(NamedCsvRecord line, String column) {
    if (line.findField(column).isEmpty()) {
      throw TributaryException.usage(
          "%s, line %d: there is no column '%s'; the columns are %s"
              .formatted(
                  file, line.getStartingLineNumber(), column, String.join(", ", line.getHeader())));
    }
  }

  private ReviewDesk.Entry entry(NamedCsvRecord line, String decision) {
    String where = "%s, line %d: ".formatted(file, line.getStartingLineNumber());
    Verdict verdict =
        Arrays.stream(Verdict.values())
            .filter(one -> one.text().equals(decision.toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(() -> TributaryException.usage(where + unknown(decision)));
    Optional<String> note = line.findField("note").filter(text -> !text.isBlank());
    return new ReviewDesk.Entry(
        line.getField("record_key").strip(),
        line.getField("other_record_key").strip(),
        verdict,
        note.orElse(null),
        line.findField(ReviewQueue.REASON.name()).filter(ReviewSample.AUDIT::equals).isPresent(),
        where);
  }

  private static String unknown(String decision) {
    String allowed =
        Arrays.stream(Verdict.values()).map(Verdict::text).collect(Collectors.joining(", "));
    return "decision: found '%s'; allowed are %s and nothing".formatted(decision, allowed);
  }
}
