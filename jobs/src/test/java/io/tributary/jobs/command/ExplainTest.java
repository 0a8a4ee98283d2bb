package io.tributary.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {
  private static final Pattern MASTER_ID = Pattern.compile("c_[0-9a-f]{24}");
  private static final String COMPARED =
      DistinctPeople.COMPARED
          + """
            mail: {kind: email, columns: [email]}
          block_list:
            email: [desk@mail.example]
          limits: {loyalty: 1}
          """;

  @TempDir private static Path folder;
  private static Shell shell;
  private static String gone;

  @BeforeAll
  static void twoNights() {
    shell = Shell.in(folder).withSpark();
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
            delivery: snapshot
            key: record:id
            feeds:
              customer_record:
                columns:
                  email: record:email
                  loyalty_id: record:loyalty
                  is_email_verified: "true"
                  first_name: record:given
                  birth_date: to_date(record:born)
                  postcode: record:postcode
          - {name: tills, format: csv}
        """);
    shell.write("identity.yaml", COMPARED);
    night("2026-06-01", members() + "gone,Gonzalo,1931-05-06,79999,,\n");
    gone = id("members/gone");
    decide("members/20", "members/21", "--different", "brothers");
    decide("members/30", "members/33", "--same", null);
    decide("members/50", "members/53", "--same", null);
    night("2026-06-02", members());
    decide("members/40", "members/43", "--same", "married");
  }

  private static void night(String day, String members) {
    shell.write("landing/members/" + day + "/members.csv", members);
    assertThat(shell.run("bronze").exitCode()).isZero();
    Shell.Outcome night = shell.run("silver");
    assertThat(night.exitCode()).as(night.out() + night.err()).isZero();
  }

  private static void decide(String one, String other, String verdict, String note) {
    List<String> words = new ArrayList<>(List.of("review", "decide", one, other, verdict));
    words.addAll(List.of("--by", "anna"));
    if (note != null) {
      words.addAll(List.of("--note", note));
    }
    Shell.Outcome outcome = shell.run(words.toArray(String[]::new));
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
  }

  private static String id(String key) {
    String question =
        "select master_customer_id from silver.identity_links where record_key = '%s'";
    String answer = shell.run("sql", question.formatted(key), "--csv").out();
    return MASTER_ID.matcher(answer).results().findFirst().map(MatchResult::group).orElseThrow();
  }

  /** Each of forty twice, then some who share a mailbox, and two members alike in all. */
  private static String members() {
    StringBuilder members = new StringBuilder("id,given,born,postcode,email,loyalty\n");
    for (int place = 0; place < 80; place++) {
      members.append("%d,%s,,\n".formatted(place, DistinctPeople.cells(place / 2)));
    }
    members.append("bert,Bert,1961-02-03,70123,home@mail.example,\n");
    members.append("karla,Karla,1964-11-28,70123,home@mail.example,\n");
    members.append("rosa,Rosa,1951-02-03,70999,desk@mail.example,\n");
    members.append("emil,Emil,1974-11-28,71999,desk@mail.example,\n");
    members.append("paula,Paula,1949-04-17,70555,,L1\n");
    members.append("paula2,Paula,1949-04-17,70555,,L2\n");
    return members.toString();
  }

  @Test
  void twoProfilesAreExplainedByLevelsWithoutTheirValues() {
    Shell.Outcome outcome = shell.run("explain", "members/10", "members/11");

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .containsPattern("prior +two records drawn at random +-")
        .containsPattern("postcode +equal")
        .contains("█", "They are one person, c_")
        .doesNotContain("13065");
    assertThat(outcome.err()).doesNotContain("13065");
  }

  @Test
  void valuesAreShownWhereTheyAreAskedFor() {
    Shell.Outcome outcome = shell.run("explain", "members/10", "members/11", "--values", "--csv");

    assertThat(outcome.out())
        .startsWith("evidence,likeness,bits,sum,one,other\nprior,")
        .contains(",13065,13065\n");
  }

  @Test
  void whatSpeaksAgainstASharedMailboxIsSaid() {
    Shell.Outcome outcome = shell.run("explain", "members/bert", "members/karla");

    assertThat(outcome.out())
        .containsPattern("given +different")
        .contains("Both carry the same proven email.", "They are two people:", "review_queue");
  }

  @Test
  void aSharedMailboxThatTiesNobodyIsReviewedForThatReason() {
    assertThat(shell.run("review", "list").out())
        .containsPattern("members/bert +members/karla +\\S+ +identifier")
        .contains("identifier: they share a proven identifier, but what else is known speaks of");
  }

  @Test
  void whoDecidedWhatIsSaid() {
    assertThat(shell.run("explain", "members/20", "members/21").out())
        .containsPattern("anna decided on [0-9-]{10} that they are two people \\(brothers\\)\\.")
        .contains("They are two people:");
    assertThat(shell.run("explain", "members/30", "members/33").out())
        .containsPattern("anna decided on [0-9-]{10} that they are one person\\.")
        .contains("They are one person,");
    assertThat(shell.run("explain", "members/51", "members/52").out())
        .containsPattern("anna decided on [0-9-]{10} that members/50 and members/53 are one person")
        .contains("Other profiles of the person join them:", "They are one person,");
    assertThat(shell.run("explain", "members/43", "members/40").out())
        .contains(
            "that they are one person (married), which the next night obeys unless other decisions"
                + " contradict it.",
            "They are two people:");
  }

  @Test
  void twoNumbersOfWhichNobodyHasTwoAreSaid() {
    assertThat(shell.run("explain", "members/paula", "members/paula2").out())
        .contains(
            "Together they have 2 different identifiers of the kind 'loyalty'; by 'limits' of the"
                + " identity file nobody has more than 1.",
            "They are two people:");
  }

  @Test
  void aPersonWithoutProfilesIsSaidToHaveNone() {
    Shell.Outcome outcome = shell.run("explain", gone);

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains(gone + " has no profiles any more.");
  }

  @Test
  void aBlockedValueSaysNothingHereAsItDoesAtNight() {
    Shell.Outcome outcome = shell.run("explain", "members/rosa", "members/emil", "--values");

    assertThat(outcome.out())
        .containsPattern("mail +not known")
        .contains("They are two people:")
        .doesNotContain("desk", "Both carry");
  }

  @Test
  void aPersonIsExplainedByWhatJoinedEachProfile() {
    Shell.Outcome outcome = shell.run("explain", id("members/10"), "--json");

    assertThat(outcome.out())
        .contains("\"profile\":\"members/10\",\"method\":\"founder\"")
        .contains("\"profile\":\"members/11\",\"method\":\"probabilistic\"")
        .contains("\"tied_to\":\"members/10\",\"by\":\"");
  }

  @Test
  void aRecordStandsForItsPerson() {
    assertThat(shell.run("explain", "members/11").out())
        .isEqualTo(shell.run("explain", id("members/10")).out());
  }

  @Test
  void aSourceIsToldByWhatItsIdentifiersAreGoodFor() {
    Shell.Outcome outcome = shell.run("explain", "members");

    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .isEqualTo(
            """
            kind      profiles  filled  completeness  values  linking  unusable  shared  most_people  consistency
            ────────  ────────  ──────  ────────────  ──────  ───────  ────────  ──────  ───────────  ───────────
            email           86       4         4.7 %       2        2         2       4            2            –
            phone           86       0         0.0 %       –        –         –       –            –            –
            loyalty         86       2         2.3 %       2        2         0       0            1            –
            platform        86       0         0.0 %       –        –         –       –            –            –
            86 profiles of members, for all brands.
            No profile brings a phone number or a platform id.
            4 profiles carry an e-mail address that more than one person carries; the most shared one has 2 people.
            2 profiles carry an e-mail address that stands for nobody: too many share it, or the block list names it.
            """);
  }

  @Test
  void machinesReadSharesAndTheNoughtsOfAKindThatIsNotBrought() {
    assertThat(shell.run("explain", "members", "--csv").out())
        .isEqualTo(
            """
            kind,profiles,filled,completeness,values,linking,unusable,shared,most_people,consistency
            email,86,4,0.0465,2,2,2,4,2,
            phone,86,0,0.0,0,0,0,0,0,
            loyalty,86,2,0.0233,2,2,0,0,1,
            platform,86,0,0.0,0,0,0,0,0,
            """);
  }

  @Test
  void allSourcesAreShownWithTheKindsTheyBring() {
    assertThat(shell.run("explain", "--sources", "--json").out())
        .contains(
            "{\"source\":\"members\",\"kind\":\"email\",\"profiles\":86,\"filled\":4,"
                + "\"completeness\":0.0465,\"values\":2,\"linking\":2,\"unusable\":2,\"shared\":4,"
                + "\"most_people\":2,\"consistency\":null}")
        .contains("\"kind\":\"loyalty\"")
        .doesNotContain("phone", "platform");
    assertThat(shell.run("explain", "--sources").out())
        .contains("1 source with customer profiles.");
  }

  @Test
  void aSourceWithoutProfilesIsRefusedInWords() {
    Shell.Outcome outcome = shell.run("explain", "tills");

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("tills brings no customer profiles. These sources do: members.");
  }

  @Test
  void beforeTheFirstNightThereIsNothingToTellOfSources() {
    Shell unborn = Shell.in(folder.resolve("unborn"));
    for (String what : List.of("till", "--sources")) {
      Shell.Outcome outcome = unborn.run("explain", what);

      assertThat(outcome.exitCode()).isEqualTo(2);
      assertThat(outcome.err())
          .contains("No source has brought a customer profile yet. Run 'tributary nightly' first.");
    }
  }

  @Test
  void fieldsDeclaredOtherwiseSinceTheNightAreRefusedInWords() {
    String given = "  given: {kind: given_name, columns: [first_name]}\n";
    String reordered =
        COMPARED.replace(given, "").replace("block_list:", given.stripTrailing() + "\nblock_list:");
    String added =
        COMPARED.replace("block_list:", "  town: {kind: text, columns: [city]}\nblock_list:");
    for (String edited : List.of(reordered, added)) {
      shell.write("identity.yaml", edited);
      Shell.Outcome outcome = shell.run("explain", "members/10", "members/11");
      shell.write("identity.yaml", COMPARED);

      assertThat(outcome.exitCode()).isEqualTo(2);
      assertThat(outcome.err())
          .contains(
              "identity.yaml declares the fields or the blocking otherwise than on the last night."
                  + " Run 'tributary nightly' first.");
    }
  }

  @Test
  void keysThatAreNoneAreRefusedInWords() {
    assertThat(shell.run("explain", "members/10", "nobody"))
        .satisfies(outcome -> assertThat(outcome.exitCode()).isEqualTo(2))
        .satisfies(outcome -> assertThat(outcome.err()).contains("no profile 'nobody'"));
    assertThat(shell.run("explain", "c_0"))
        .satisfies(outcome -> assertThat(outcome.exitCode()).isEqualTo(2))
        .satisfies(
            outcome ->
                assertThat(outcome.err())
                    .contains("no master customer 'c_0'", "a source with profiles: members."));
  }
}
