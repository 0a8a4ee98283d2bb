package io.tributary.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.jobs.settings.Settings;
import io.tributary.jobs.settings.SettingsReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nightly",
        "bronze",
        "silver",
        "gold",
        "run",
        "status",
        "check",
        "tables",
        "sql",
        "explain",
        "vacuum",
        "doctor",
        "assumptions",
        "assumptions list",
        "assumptions set",
        "review",
        "review list",
        "review decide",
        "review export",
        "review import"
      })
  void everyCommandExplainsItselfWithAnExample(String command) {
    var help = Shell.call((command + " --help").split(" "));

    assertThat(help.exitCode()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(help.out().lines().toList())
        .anyMatch(line -> line.startsWith("Usage: tributary " + command))
        .anyMatch(line -> line.startsWith("Example: tributary " + command))
        .anyMatch(line -> line.strip().startsWith("--config=FILE"))
        .anyMatch(line -> line.strip().startsWith("4   another run holds"))
        .allMatch(line -> line.length() <= 100);
  }

  @Test
  void theExampleOfADecisionIsAboutABrandThereIs() {
    String example = Shell.call("assumptions", "set", "--help").out().replaceAll("\\s+", " ");

    Settings settings =
        SettingsReader.read(Shell.HOME.resolve("conf/local.yaml"), Shell.HOME, Map.of());
    assertThat(settings.brands())
        .containsKey(example.replaceFirst(".*Example:.* --brand (\\S+) .*", "$1"));
  }

  @Test
  void theVersionsOfAllItStandsOnAreTold() {
    var version = Shell.call("--version");

    assertThat(version.exitCode()).isZero();
    assertThat(version.out().lines().map(line -> line.replaceFirst(" \\S+$", "")))
        .contains("Spark", "Delta Lake", "Java");
  }

  @Test
  void aMistypedCommandGetsASuggestion() {
    var outcome = Shell.call("nigtly");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("'nigtly'", "Did you mean: tributary nightly?");
  }

  @Test
  void aMistypedOptionGetsASuggestion() {
    var outcome = Shell.call("nightly", "--as-off", "latest");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("--as-off", "--as-of", "See: tributary nightly --help");
  }

  @Test
  void noCommandListsThem() {
    var outcome = Shell.call();

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("Which command?", "  nightly", "  doctor");
  }

  @Test
  void aMissingOptionIsNamed() {
    var outcome = Shell.call("run");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("--select");
  }

  @Test
  void csvAndJsonExcludeEachOther() {
    var outcome = Shell.call("sql", "select 1", "--csv", "--json");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("mutually exclusive");
  }

  @Test
  void aDayThatIsNoneIsRefused() {
    var outcome = Shell.in(folder).run("nightly", "--as-of", "2026-13-01");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            "tributary: --as-of: found '2026-13-01'; allowed are latest, yesterday and a date such"
                + " as 2026-06-30\n");
  }

  @Test
  void aConfigurationFaultEndsWithoutATrace() {
    Shell shell = Shell.in(folder);
    shell.write("shop.yaml", "lakehouse: a\nlanding: b\nsource: []\n");

    var outcome = shell.run("nightly");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err())
        .startsWith("tributary: " + folder.resolve("shop.yaml") + ", line 3: unknown key 'source'")
        .doesNotContain("\tat ", "    at ");
  }

  @Test
  void aFaultInTheIdentityFileEndsWithoutATrace() {
    Shell shell = Shell.in(folder);
    shell.write(
        "shop.yaml",
        """
        lakehouse: lakehouse
        landing: landing
        hash_key: public-sample-key
        identity: identity.yaml
        sources:
          - {name: till, format: csv}
        """);
    shell.write("identity.yaml", "fields: {given: {kind: given_name}}\n");
    String file = folder.resolve("identity.yaml").toString();

    var night = shell.run("nightly");
    var evaluated =
        shell.run(
            "evaluate",
            "identity",
            "--records=people.csv",
            "--key=id",
            "--truth=who",
            "--match=" + file);

    for (Shell.Outcome outcome : List.of(night, evaluated)) {
      assertThat(outcome.exitCode()).isEqualTo(2);
      assertThat(outcome.err())
          .startsWith("tributary: " + file + ": fields: given: columns: found none;")
          .doesNotContain("\tat ", "    at ");
    }
  }

  @Test
  void commonOptionsMayStandBeforeOrAfterTheCommand() {
    Shell shell = Shell.in(folder);
    String config = folder.resolve("shop.yaml").toString();

    var before = Shell.call("--config", config, "tables");
    var after = Shell.call("tables", "--config", config);

    assertThat(before.exitCode()).isZero();
    assertThat(after).isEqualTo(before);
    assertThat(shell.run("tables").out()).contains("bronze.till");
  }
}
