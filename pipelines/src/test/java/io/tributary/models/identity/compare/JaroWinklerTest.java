package io.tributary.models.identity.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JaroWinklerTest {
  @ParameterizedTest
  @CsvSource({
    "martha, marhta, 0.961",
    "dwayne, duane, 0.840",
    "dixon, dicksonx, 0.813",
    "shackleford, shackelford, 0.982",
    "nichleson, nichulson, 0.956",
    "jones, johnson, 0.832",
    "abc, xyz, 0.0",
    "same, same, 1.0",
  })
  void givesTheFiguresThatWinklerPublished(String one, String other, double similarity) {
    assertThat(JaroWinkler.similarity(one, other)).isCloseTo(similarity, within(0.0006));
  }

  @Test
  void doesNotDependOnTheOrder() {
    Random random = new Random(3);
    for (int i = 0; i < 2000; i++) {
      String one = text(random);
      String other = text(random);

      double similarity = JaroWinkler.similarity(one, other);

      assertThat(similarity).isBetween(0.0, 1.0);
      assertThat(JaroWinkler.similarity(other, one)).as("%s %s", one, other).isEqualTo(similarity);
    }
  }

  @Test
  void aSimilarityThatFallsShortIsNoneAndOthersAreWhatTheyAre() {
    Random random = new Random(4);
    for (int i = 0; i < 20_000; i++) {
      Letters one = new Letters(text(random));
      Letters other = new Letters(random.nextBoolean() ? text(random) : slipped(one, random));
      double least = random.nextDouble();

      double whole = JaroWinkler.similarity(one, other, 0);

      assertThat(JaroWinkler.similarity(one, other, least))
          .as("%s %s from %s", one.text(), other.text(), least)
          .isEqualTo(whole >= least ? whole : 0);
    }
  }

  private static String slipped(Letters letters, Random random) {
    int at = random.nextInt(letters.length() + 1);
    String rest = letters.text().substring(at);
    return letters.text().substring(0, at) + (random.nextBoolean() ? "x" + rest : text(random));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(80); length > 0; length--) {
      text.append((char) ('a' + random.nextInt(4)));
    }
    return text.toString();
  }
}
