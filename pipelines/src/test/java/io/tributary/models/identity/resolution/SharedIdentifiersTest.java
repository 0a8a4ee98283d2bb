package io.tributary.models.identity.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.models.identity.evaluate.Agreement;
import io.tributary.models.identity.linkage.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SharedIdentifiersTest {
  @Test
  void whatPeopleShareMakesNobodyOne() {
    assertNobodyIsOne(SharedIdentifiers.of(6_000, 2_000, 5_000, 40), SharedIdentifiers.PARTING);
  }

  @Test
  void norDoesItWhereFamiliesAreMany() {
    assertNobodyIsOne(SharedIdentifiers.of(3_000, 0, 0, 300), SharedIdentifiers.SCHEMA);
  }

  private static void assertNobodyIsOne(SharedIdentifiers shared, Schema schema) {
    Found found = new Resolver(schema, List.of(), shared.table(), Settings.STANDARD).resolve();

    Agreement all = Agreement.of(shared.people(), found.names());
    assertThat(wrong(shared, found)).isEmpty();
    assertThat(all.recall()).isGreaterThan(0.97);
    assertThat(all.precision()).isEqualTo(1);
    for (String kind : List.of("marriage", "chain")) {
      assertThat(recall(kind, shared, found)).as(kind).isGreaterThan(0.97);
    }
  }

  /** The kinds of records that are one person with somebody else's. */
  private static Set<String> wrong(SharedIdentifiers shared, Found found) {
    Set<String> wrong = new HashSet<>();
    for (int record = 0; record < shared.people().size(); record++) {
      int first = found.person(record);
      if (!shared.people().get(first).equals(shared.people().get(record))) {
        wrong.add(shared.cases().get(first) + " with " + shared.cases().get(record));
      }
    }
    return wrong;
  }

  private static double recall(String kind, SharedIdentifiers shared, Found found) {
    List<String> people = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int record = 0; record < shared.people().size(); record++) {
      if (shared.cases().get(record).equals(kind)) {
        people.add(shared.people().get(record));
        names.add(Integer.toString(found.person(record)));
      }
    }
    return Agreement.of(people, names).recall();
  }
}
