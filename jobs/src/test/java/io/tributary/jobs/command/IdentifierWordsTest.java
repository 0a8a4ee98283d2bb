package io.tributary.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.jobs.night.SourceIdentifiers.Carried;
import io.tributary.silver.identity.IdentifierAudit;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.junit.jupiter.api.Test;

class IdentifierWordsTest {
  @Test
  void whatNobodyBringsIsOneSentence() {
    assertThat(words(nothing("phone"))).containsExactly("No profile brings a phone number.");
    assertThat(words(nothing("email"), nothing("loyalty"), nothing("platform")))
        .containsExactly("No profile brings an e-mail address, a loyalty number or a platform id.");
  }

  @Test
  void aKindInGoodOrderIsPassedOver() {
    assertThat(words(carried("loyalty", 0.97, 90, 0, 0, 1))).isEmpty();
    assertThat(words(carried("phone", null, 0, 0, 0, 1))).isEmpty();
  }

  @Test
  void oneProfileIsNotSpokenOfAsMany() {
    assertThat(words(carried("platform", null, 90, 1, 1, 1200)))
        .containsExactly(
            "1 profile carries a platform id that more than one person carries; the most shared one"
                + " has 1,200 people.",
            "1 profile carries a platform id that stands for nobody: too many share it, or the"
                + " block list names it.");
  }

  @Test
  void aLowConsistencyIsSaid() {
    assertThat(words(carried("phone", 0.6124, 0, 0, 0, 1)))
        .containsExactly(
            "Where the person has a phone number in another profile too, 61.2 % of the profiles"
                + " agree with it.");
    assertThat(words(carried("phone", 0.0, 0, 0, 0, 1)))
        .containsExactly(
            "Where the person has a phone number in another profile too, no profile agrees with it;"
                + " the source may write it otherwise.");
  }

  @Test
  void accountsOfOnePersonMayDiffer() {
    assertThat(words(carried("platform", 0.4, 90, 0, 0, 1))).isEmpty();
  }

  @Test
  void addressesThatNobodyVerifiedAreSaidToTieNobody() {
    String words = "No usable e-mail address is verified, so none makes profiles one person.";

    assertThat(words(carried("email", null, 0, 10, 0, 1))).contains(words);
    assertThat(words(carried("email", null, 1, 10, 0, 1))).doesNotContain(words);
    assertThat(words(carried("email", null, 0, 90, 0, 1))).doesNotContain(words);
  }

  private static List<String> words(Carried... kinds) {
    return IdentifierWords.of(List.of(kinds));
  }

  private static Carried nothing(String kind) {
    return row("shop", kind, 100L, 0L, 0.0, 0L, 0L, 0L, 0L, 0L, null);
  }

  /**
   * Ninety of a hundred profiles: so many link, are unusable and shared, and by how many people.
   */
  private static Carried carried(String kind, Double consistency, long... numbers) {
    return row(
        "shop",
        kind,
        100L,
        90L,
        0.9,
        80L,
        numbers[0],
        numbers[1],
        numbers[2],
        numbers[3],
        consistency);
  }

  private static Carried row(Object... cells) {
    return new Carried(new GenericRowWithSchema(cells, IdentifierAudit.TABLE.schema()));
  }
}
