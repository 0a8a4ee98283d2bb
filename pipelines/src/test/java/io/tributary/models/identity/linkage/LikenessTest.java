package io.tributary.models.identity.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tributary.models.identity.compare.Kind;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LikenessTest {
  private static final int UNKNOWN = 0;
  private static final int DIFFERENT = 1;
  private static final int EQUAL = 2;

  private final Patterns patterns = new Patterns();

  @Test
  void howOnePersonDiffersInAPersonalFieldIsAskedOfPairsThatAgreeInAnother() {
    pairs(400, EQUAL, EQUAL, EQUAL);
    pairs(20, DIFFERENT, EQUAL, EQUAL);
    // As likely of relatives as of one person.
    pairs(1000, DIFFERENT, UNKNOWN, EQUAL);

    // The expectation of 0.08 before any data weighs as much as four pairs.
    assertThat(learned(0.5)[0][DIFFERENT]).isCloseTo((10 + 0.32) / (210 + 4), within(1e-9));
  }

  @Test
  void whereFewPairsAgreeInAnotherAllAreAsked() {
    pairs(100, EQUAL, EQUAL, EQUAL);
    pairs(300, DIFFERENT, UNKNOWN, EQUAL);

    assertThat(learned(0.5)[0][DIFFERENT]).isCloseTo((150 + 0.32) / (200 + 4), within(1e-9));
  }

  @Test
  void howOnePersonDiffersInWhatAHouseholdSharesIsAskedOfAll() {
    pairs(400, EQUAL, EQUAL, EQUAL);
    pairs(600, DIFFERENT, UNKNOWN, DIFFERENT);

    assertThat(learned(1)[2][DIFFERENT]).isCloseTo((600 + 0.32) / (1000 + 4), within(1e-9));
  }

  /** Pairs that compare so in given name, birthday and phone. */
  private void pairs(int count, int given, int born, int phone) {
    long evidence = Evidence.with(Evidence.with(Evidence.with(0, 0, given), 1, born), 2, phone);
    patterns.add(evidence, /* rules= */ 1, count);
  }

  /** By field and code the likeness of one person, if each pair is of one person so surely. */
  private double[][] learned(double posterior) {
    List<Schema.Column> columns =
        List.of(column("given", true), column("born", true), column("phone", false));
    Likeness likeness =
        new Likeness(
            new TrainingData(
                new Schema(columns),
                Collections.nCopies(columns.size(), Rarity.UNKNOWN),
                patterns,
                patterns,
                List.of(0),
                patterns.pairs()));
    PatternTable table = new PatternTable(patterns);
    double[] posteriors = new double[table.size()];
    Arrays.fill(posteriors, posterior);
    likeness.learnSame(table, posteriors);
    return likeness.probabilities()[Relation.SAME.place()];
  }

  private static Schema.Column column(String name, boolean isPersonal) {
    return new Schema.Column(
        name,
        List.of(),
        Kind.CATEGORY.comparisons("GB").get(0),
        isPersonal,
        /* isContradicting= */ false);
  }
}
