package io.tributary.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewTest {
  private static final String PEOPLE =
      "select count(distinct master_customer_id) as people from silver.identity_links";

  @TempDir private Path folder;

  /** Three members, the first two of one loyalty number. */
  private Shell shop() {
    Shell shell = Shell.in(folder).withSpark();
    shell.write(
        "shop.yaml",
        """
        lakehouse: lakehouse
        landing: landing
        hash_key: public-sample-key
        sources:
          - name: crm
            format: csv
            key: record:no
            feeds:
              customer_record:
                - columns:
                    first_name: record:name
                    loyalty_id: record:loyalty
        """);
    shell.write(
        "landing/crm/2026-06-01/crm.csv", "no,name,loyalty\n1,Ann,A7\n2,Anne,A7\n3,Nan,B9\n");
    return shell;
  }

  @Test
  void decisionsAreObeyedUndoneAndReportedWhereTheyContradict() throws IOException {
    Shell shell = shop();
    identity(shell);
    List<String> keys = answer(shell, "select record_key from silver.identity_links order by 1");
    Path file = folder.resolve("pairs.csv");

    var same = shell.run("review", "decide", keys.get(1), keys.get(2), "--same", "--by", "anna");
    identity(shell);
    assertThat(same.out()).contains(": same, says anna", "The next night obeys it");
    assertThat(people(shell)).isEqualTo("1");

    Files.writeString(
        file,
        "record_key,other_record_key,decision\n%s,%s,different\n%s,%s,same\n%s,%s,\n"
            .formatted(
                keys.get(0), keys.get(1), keys.get(0), keys.get(2), keys.get(1), keys.get(2)));
    var imported = shell.run("review", "import", file.toString(), "--by", "ben");
    var night = identity(shell);
    assertThat(imported.out()).contains("2 decisions by ben", "to be different people, but");
    assertThat(night.out() + night.err()).contains("none of these decisions is obeyed");
    assertThat(people(shell)).isEqualTo("2");
    assertThat(shell.run("review", "list").out()).contains("contradiction", "3 pairs in review");

    var exported = shell.run("review", "export", file.toString());
    assertThat(exported.out()).contains("3 pairs to " + file, "delete it");
    assertThat(Files.readString(file)).contains("first_name,other_first_name", "Ann,Anne");

    shell.run("review", "decide", keys.get(2), keys.get(1), "--undo", "--by", "anna");
    identity(shell);
    assertThat(shell.run("review", "list").out()).contains("0 pairs in review");
    assertThat(people(shell)).isEqualTo("2");
    assertThat(shell.run("review", "list", "--decided").out())
        .contains("different", "ben")
        .doesNotContain("anna");
  }

  @Test
  void whatCannotBeRecordedIsRefusedInWords() throws IOException {
    Shell shell = shop();
    Path file = folder.resolve("pairs.csv");

    Files.writeString(file, "record_key,other_record_key,decision\na,b,perhaps\n");
    var unknown = shell.run("review", "import", file.toString(), "--by", "ben");
    Files.writeString(file, "record_key,other_record_key,decision\na,b,same\nb,a,different\n");
    var twice = shell.run("review", "import", file.toString(), "--by", "ben");
    var nobody = shell.run("review", "decide", "x", "y", "--same", "--by", "anna");
    var both = shell.run("review", "decide", "x", "y", "--same", "--undo", "--by", "anna");

    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err())
        .contains("line 2: decision: found 'perhaps'; allowed are same, different, undone");
    assertThat(twice.exitCode()).isEqualTo(2);
    assertThat(twice.err()).contains("line 3: a and b were decided before", "line 2: 'same'");
    assertThat(nobody.exitCode()).isEqualTo(2);
    assertThat(nobody.err()).contains("has no record 'x', 'y'");
    assertThat(both.exitCode()).isEqualTo(2);
  }

  private static Shell.Outcome identity(Shell shell) {
    var outcome = shell.run("run", "--select", "+silver.identity_links,+silver.contact_points");
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    return outcome;
  }

  private static String people(Shell shell) {
    return answer(shell, PEOPLE).get(0);
  }

  private static List<String> answer(Shell shell, String question) {
    return shell.run("sql", question, "--csv").out().lines().skip(1).toList();
  }
}
