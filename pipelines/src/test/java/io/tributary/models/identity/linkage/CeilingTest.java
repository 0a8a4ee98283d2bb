package io.tributary.models.identity.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.models.identity.compare.Kind;
import io.tributary.models.identity.compare.Value;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CeilingTest {
  private static final List<String> GIVEN =
      List.of("ann", "anna", "hannah", "lee", "bob", "robert");
  private static final List<String> FAMILY = List.of("lee", "leigh", "smith", "smyth", "ann");
  private static final List<String> BORN = List.of("19900304", "19900403", "19910304", "19601101");
  private static final List<String> EMAIL =
      List.of("ann.lee@a.example", "annlee@b.example", "annleigh@a.example", "bob@c.example");

  @Test
  void leavesOutOnlyPairsOfLessOddsAndComparesOthersAsEver() {
    Schema schema = schema();
    SplittableRandom random = new SplittableRandom(7);
    long left = 0;
    for (int trial = 0; trial < 400; trial++) {
      Model model = model(schema, random);
      double least = random.nextDouble(-20, 5);
      Ceiling ceiling = new Ceiling(schema, model, least);
      for (int pair = 0; pair < 50; pair++) {
        Value[] one = record(random);
        Value[] other = record(random);

        long evidence = ceiling.compare(one, other);

        long whole = schema.compare(one, other);
        if (evidence == Evidence.NONE) {
          assertThat(model.odds(whole)).isLessThan(least);
          left++;
        } else {
          assertThat(evidence).isEqualTo(whole);
        }
      }
    }
    assertThat(left).isGreaterThan(1000);
  }

  private static Schema schema() {
    return new Schema(
        Stream.of(Kind.GIVEN_NAME, Kind.FAMILY_NAME, Kind.DATE, Kind.EMAIL)
            .map(kind -> Schema.Column.of(kind.name(), List.of(), kind.comparisons("US").get(0)))
            .toList());
  }

  private static Model model(Schema schema, SplittableRandom random) {
    double[][][] probabilities = new double[Relation.COUNT][schema.size()][];
    for (double[][] relation : probabilities) {
      for (int field = 0; field < schema.size(); field++) {
        double[] drawn = random.doubles(Evidence.CODES, 0.001, 1).map(x -> x * x * x).toArray();
        double sum = Arrays.stream(drawn).sum();
        relation[field] = Arrays.stream(drawn).map(each -> each / sum).toArray();
      }
    }
    return new Model(new double[] {0.01, 0.02, 0.97}, probabilities);
  }

  private static Value[] record(SplittableRandom random) {
    return Stream.of(GIVEN, FAMILY, BORN, EMAIL)
        .map(
            values ->
                random.nextInt(6) == 0
                    ? null
                    : new Value(values.get(random.nextInt(values.size())), 0))
        .toArray(Value[]::new);
  }
}
