package io.tributary.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.jobs.night.Dictionary;
import io.tributary.jobs.night.Dictionary.Entry;
import io.tributary.jobs.night.Pipelines;
import io.tributary.jobs.settings.Owners;
import io.tributary.jobs.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DictionaryTest {
  private static final String SAMPLE = Shell.HOME.resolve("conf/local.yaml").toString();

  @Test
  void thePageOfAllTablesIsFresh() throws IOException {
    var written = Shell.call("tables", "--markdown", "--config", SAMPLE);

    Path page = Shell.HOME.resolve("docs/tables.md");
    assertThat(written.exitCode()).isZero();
    assertThat(Files.readString(page))
        .as("make it anew: scripts/tributary tables --markdown > docs/tables.md")
        .isEqualTo(written.out());
  }

  @Test
  void everyMeaningIsOneLineOfPlainText() {
    var settings = SettingsReader.read(Path.of(SAMPLE), Shell.HOME, Map.of());
    var tables =
        Dictionary.of(Pipelines.steps(settings), Owners.read(settings.owners())).entries().stream()
            .map(Entry::table);

    var words =
        tables.flatMap(
            table ->
                Stream.concat(
                    Stream.of(table + ": " + table.grain()),
                    table.fields().stream()
                        .map(field -> table + "." + field.name() + ": " + field.meaning())));

    assertThat(words).isNotEmpty().noneMatch(said -> said.matches("(?s).*[\\\\\\v].*"));
  }

  @Test
  void aTableTellsItsGrainColumnsRulesAndLineage() {
    var table = Shell.call("tables", "customer_master", "--config", SAMPLE);

    assertThat(table.out())
        .contains("gold.customer_master", "One row per person.", "clv", "decimal(18,2)")
        .contains("Made from: gold.customer_brand", "Rule: valued_when_active");
  }

  @Test
  void anUnknownTableIsAnsweredWithTheOnesThereAre() {
    var outcome = Shell.call("tables", "customers", "--config", SAMPLE);

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("no table 'customers'", "gold.customer_master");
  }
}
