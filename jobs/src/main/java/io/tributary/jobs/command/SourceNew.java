package io.tributary.jobs.command;

import io.tributary.bronze.proposal.SourceProposal;
import io.tributary.lake.TributaryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** A source's YAML told from a file of it. */
@Command(
    name = "new",
    description = {
      "Reads a sample of an unknown export and proposes its YAML: format, records, key, types, money"
          + " and time, personal fields. Doubts stand in it as comments. No value of the file does.",
      "",
      "Example: tributary source new exports/orders.csv.gz > conf/sources/orders.yaml"
    })
final class SourceNew implements Callable<Integer> {
  @ParentCommand private SourceCommand source;

  @Parameters(paramLabel = "FILE", description = "A file of the export, as it was delivered.")
  private Path file;

  @Option(names = "--name", description = "The source's name; told from the file's if not given.")
  private String name;

  @Override
  public Integer call() {
    if (!Files.isRegularFile(file)) {
      throw TributaryException.usage("There is no file %s.".formatted(file));
    }
    try {
      String called = name == null ? nameOf(file) : name;
      String yaml = SourceProposal.yaml(called, () -> Files.newInputStream(file));
      source.tributary().console().out().print(yaml);
      source.tributary().console().out().flush();
      return 0;
    } catch (IOException e) {
      throw TributaryException.usage(
          "%s cannot be read as an export: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static String nameOf(Path file) {
    String base = file.getFileName().toString().replaceAll("\\..*$", "");
    String plain =
        base.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "_")
            .replaceAll("^[^a-z]+|_+$", "");
    return plain.isEmpty() ? "export" : plain;
  }
}
