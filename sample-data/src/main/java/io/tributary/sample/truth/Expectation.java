package io.tributary.sample.truth;

import io.tributary.sample.world.Affinity;
import io.tributary.sample.world.Affinity.Kind;
import io.tributary.sample.world.Chain;
import io.tributary.sample.world.Tier;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a pair makes of the baskets that were filled, where these chains fill those of each tier.
 */
record Expectation(Affinity pair, Function<Tier, Chain> chains) {
  /** The same pair where lines are independent. */
  Expectation withoutPairs() {
    return new Expectation(pair, tier -> chains.apply(tier).independent());
  }

  /** The odds of all baskets that the pair could be in. */
  Odds odds(Trips trips) {
    var odds = Odds.NONE;
    for (var trip : concerned(trips).toList()) {
      odds = odds.plus(odds(trip.getKey()), trip.getValue());
    }
    return odds;
  }

  private Stream<Map.Entry<Trips.Size, Integer>> concerned(Trips trips) {
    return trips.counts().entrySet().stream()
        .filter(trip -> trip.getKey().brand() == pair.first().brand())
        .filter(trip -> steps(trip.getKey()) > 0);
  }

  /** How many steps of a basket the pair could take. */
  private int steps(Trips.Size size) {
    return pair.kind() == Kind.NEXT ? Math.min(1, size.linesBefore()) : size.lines() - 1;
  }

  private Odds odds(Trips.Size size) {
    var chain = chains.apply(size.tier());
    return pair.kind() == Kind.NEXT
        ? Odds.next(chain, pair, size.linesBefore(), size.lines())
        : Odds.together(chain, pair, size.lines());
  }

  /** The chance that the line after one of the first product holds the second, over all tiers. */
  double lineProbability(Trips trips) {
    double begun = 0;
    double taken = 0;
    for (var trip : concerned(trips).toList()) {
      var chain = chains.apply(trip.getKey().tier());
      double first = chain.shares()[pair.first().index()] * steps(trip.getKey()) * trip.getValue();
      begun += first;
      taken += first * chain.chance(pair);
    }
    return taken / begun;
  }
}
