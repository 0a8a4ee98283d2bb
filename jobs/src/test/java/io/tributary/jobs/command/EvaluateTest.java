package io.tributary.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateTest {
  private static final int PEOPLE = 40;

  @TempDir private static Path folder;
  private static Shell shell;

  /** Two files in which each person stands once. */
  @BeforeAll
  static void twoFiles() {
    shell = Shell.in(folder).withSpark();
    StringBuilder config =
        new StringBuilder(
            """
            lakehouse: lakehouse
            landing: landing
            hash_key: public-sample-key
            brands: {home: {}}
            identity: identity.yaml
            sources:
            """);
    StringBuilder truth = new StringBuilder("id,who\n");
    for (String file : new String[] {"members", "guests"}) {
      config.append(source(file));
      StringBuilder rows = new StringBuilder("id,given,born,postcode\n");
      for (int place = 0; place < PEOPLE; place++) {
        String id = "" + file.charAt(0) + place;
        rows.append("%s,%s\n".formatted(id, DistinctPeople.cells(place)));
        truth.append("%s,p%d\n".formatted(id, place));
      }
      shell.write("landing/%s/2026-06-01/%s.csv".formatted(file, file), rows.toString());
    }
    shell.write("shop.yaml", config.toString());
    shell.write("truth.csv", truth.toString());
    shell.write("identity.yaml", DistinctPeople.COMPARED);
  }

  private static String source(String name) {
    return """
      - name: %s
        format: csv
        key: record:id
        feeds:
          customer_record:
            columns:
              first_name: record:given
              birth_date: to_date(record:born)
              postcode: record:postcode
    """
        .formatted(name);
  }

  @Test
  void twoFilesAreLinkedByYamlAlone() {
    Shell.Outcome outcome = evaluate("truth.csv", "--source", "guests", "--detail");

    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    assertThat(outcome.out())
        .contains("80 of 80 profiles are in the truth, which names 80 records")
        .contains("pairs:   precision 1.0000  recall 1.0000", "(true 40, found 40, wrong 0)")
        .contains("largest person: 2 profiles found, 2 in truth")
        .containsPattern("guests - members +40 +40 +1.0000 +1.0000")
        .contains("blocking: 40 of 40 true pairs meet", "expected calibration error");
    assertThat(folder.resolve("lakehouse")).doesNotExist();
  }

  @Test
  void whatTheTruthDoesNotSayIsLeftOut() {
    shell.write("half.csv", "who,id\np1,members/m1\np2,members/m2\np3,gone\n");

    Shell.Outcome outcome = evaluate("half.csv", "--record", "id", "--person", "who");

    assertThat(outcome.out()).contains("2 of 40 profiles are in the truth, which names 3 records");
  }

  @Test
  void aTruthThatDoesNotFitIsRefusedInWords() {
    shell.write("one.csv", "id\nm1\n");
    shell.write("torn.csv", "id,who\nm1,p1\nm1,p2\n");
    shell.write("others.csv", "id,who\n4711,p1\n");

    assertThat(refused("one.csv")).contains("has the one column 'id'");
    assertThat(refused("torn.csv")).contains("gives record 'm1' to 2 people");
    assertThat(refused("others.csv"))
        .contains("none of the records", "it names '4711'", "such as 'members/m0'");
    assertThat(refused("gone.csv")).contains("there is no file");
    assertThat(refused("truth.csv", "--record", "number"))
        .contains("--record:", "has no such columns as 'number' asks for; it has id, who");
    assertThat(shell.run("evaluate", "identity", "--source", "x", "--truth", "t").err())
        .contains("There is no source 'x'", "guests, members");
    assertThat(shell.run("evaluate", "identity", "--truth", "t").err())
        .contains("takes --source, or --records with --match and --key");
  }

  @Test
  void aFileOfRecordsThatDoesNotFitIsRefusedInWords() {
    shell.write("people.csv", "id,given,who\nm1,Ann,p1\nm1,Ben,p2\n");
    shell.write("given.yaml", "fields:\n  given: {kind: given_name, columns: [given]}\n");
    shell.write("born.yaml", "fields:\n  born: {kind: date, columns: [born]}\n");

    assertThat(records("gone.csv", "given.yaml", "id")).contains("--records: there is no file");
    assertThat(records("people.csv", "given.yaml", "number"))
        .contains("--key:", "has no such columns as '`number`'", "it has id, given, who");
    assertThat(records("people.csv", "born.yaml", "id"))
        .contains("--match:", "has no such columns as '`born`'");
    assertThat(records("people.csv", "given.yaml", "id"))
        .contains("--key: in", "1 values of 'id' name more than one row");
  }

  /** Everybody twice, and half of the people are known. */
  @Test
  void rowsWithoutAPersonAreMatchedAndLeftOutOfTheFigures() {
    StringBuilder rows = new StringBuilder("id,first_name,birth_date,postcode,who,blank\n");
    for (int row = 0; row < 2 * PEOPLE; row++) {
      int place = row / 2;
      String who = place % 2 == 0 ? "p" + place : "\" \"";
      rows.append("r%d,%s,%s,\n".formatted(row, DistinctPeople.cells(place), who));
    }
    shell.write("rows.csv", rows.toString());

    Shell.Outcome outcome = measured("rows.csv", "identity.yaml", "id", "who");

    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    assertThat(outcome.out())
        .contains("40 of 80 rows name their person; the others are matched and left out")
        .contains("(true 20, found 20, wrong 0)", "blocking: 20 of 20 true pairs meet");
    assertThat(measured("rows.csv", "identity.yaml", "id", "blank").err())
        .contains("--truth: 'blank' names the person of no row of");
  }

  private static String records(String file, String match, String key) {
    Shell.Outcome outcome = measured(file, match, key, "who");
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(2);
    return outcome.err();
  }

  private static Shell.Outcome measured(String file, String match, String key, String truth) {
    return shell.run(
        "evaluate",
        "identity",
        "--records",
        folder.resolve(file).toString(),
        "--match",
        folder.resolve(match).toString(),
        "--key",
        key,
        "--detail",
        "--truth",
        truth);
  }

  private static String refused(String truth, String... more) {
    Shell.Outcome outcome = evaluate(truth, more);
    assertThat(outcome.exitCode()).isEqualTo(2);
    return outcome.err();
  }

  private static Shell.Outcome evaluate(String truth, String... more) {
    String[] command = new String[6 + more.length];
    System.arraycopy(
        new String[] {
          "evaluate", "identity", "--source", "members", "--truth", folder.resolve(truth).toString()
        },
        0,
        command,
        0,
        6);
    System.arraycopy(more, 0, command, 6, more.length);
    return shell.run(command);
  }
}
