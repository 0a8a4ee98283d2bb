package io.tributary.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewAuditTest {
  @TempDir private Path folder;

  /** Each person twice, whom likeness alone makes one. */
  private Shell shop() {
    Shell shell = Shell.in(folder).withSpark();
    shell.write(
        "shop.yaml",
        """
        lakehouse: lakehouse
        landing: landing
        hash_key: public-sample-key
        brands: {home: {}}
        identity: identity.yaml
        sources:
          - name: members
            format: csv
            key: record:id
            feeds:
              customer_record:
                columns:
                  first_name: record:given
                  birth_date: to_date(record:born)
                  postcode: record:postcode
        """);
    shell.write("identity.yaml", DistinctPeople.COMPARED);
    shell.write("landing/members/2026-06-01/members.csv", members());
    assertThat(shell.run("bronze").exitCode()).isZero();
    return shell;
  }

  private static String members() {
    StringBuilder members = new StringBuilder("id,given,born,postcode\n");
    for (int place = 0; place < 80; place++) {
      members.append("%d,%s\n".formatted(place, DistinctPeople.cells(place / 2)));
    }
    return members.toString();
  }

  @Test
  void aSampleOfLinksThatSomebodyLookedAtTellsHowManyAreRight() throws IOException {
    Shell shell = shop();
    assertThat(shell.run("silver").exitCode()).isZero();
    Path sheet = folder.resolve("audit.csv");
    Path again = folder.resolve("again.csv");

    Shell.Outcome exported = shell.run("review", "export", sheet.toString(), "--audit", "5");
    shell.run("review", "export", again.toString(), "--audit", "5");
    assertThat(exported.out()).contains("5 pairs to");
    assertThat(Files.readString(sheet)).isEqualTo(Files.readString(again));

    Files.writeString(sheet, answered(Files.readAllLines(sheet)));
    assertThat(shell.run("review", "import", sheet.toString(), "--by", "anna").out())
        .contains("5 decisions by anna");
    assertThat(shell.run("silver").exitCode()).isZero();

    assertThat(answer(shell, "select count(*) from silver.review_decisions where asked = 'audit'"))
        .containsExactly("5");
    assertThat(
            answer(
                shell,
                "select verdict || ': ' || words from silver.identity_gates"
                    + " where rule = 'precision'"))
        .singleElement()
        .asString()
        .contains("not_applicable: 4 of 5 audited links are right; it takes 149 to tell");
  }

  /** All links are right but for the first. */
  private static String answered(List<String> lines) {
    StringBuilder answered = new StringBuilder(lines.get(0)).append('\n');
    for (String line : lines.subList(1, lines.size())) {
      String decision = answered.indexOf(",different,") < 0 ? "different" : "same";
      String[] cells = line.split(",", 4);
      answered.append(String.join(",", cells[0], cells[1], decision, cells[3])).append('\n');
    }
    return answered.toString();
  }

  private static List<String> answer(Shell shell, String question) {
    return shell.run("sql", question, "--csv").out().lines().skip(1).toList();
  }
}
