package io.tributary.sample.truth;

import io.tributary.sample.world.Affinity;
import io.tributary.sample.world.Chain;
import io.tributary.sample.world.Succession;
import java.util.Arrays;

/**
 * How many of some baskets hold the first of two products, how many hold the second in the same or
 * the next basket, and how many do both, in the mean. A basket without a product is a walk along
 * the chain that never meets it; the rest is counting.
 */
record Odds(double baskets, double first, double second, double both) {
  static final Odds NONE = new Odds(0, 0, 0, 0);

  /** The odds of one basket of so many lines. */
  static Odds together(Chain chain, Affinity pair, int lines) {
    int one = pair.first().index();
    int other = pair.second().index();
    double withoutFirst = total(walk(chain.shares(), chain.within(), lines, one));
    double withoutSecond = total(walk(chain.shares(), chain.within(), lines, other));
    double without = total(walk(chain.shares(), chain.within(), lines, one, other));
    return of(withoutFirst, withoutSecond, without);
  }

  /** The odds of a basket of so many lines and the next of so many others. */
  static Odds next(Chain chain, Affinity pair, int lines, int nextLines) {
    int one = pair.first().index();
    int other = pair.second().index();
    double[] ends = walk(chain.shares(), chain.within(), lines, one);
    double[] begins = step(ends, chain.across());
    double withoutSecond = total(walk(chain.shares(), chain.within(), nextLines, other));
    double without = total(walk(begins, chain.within(), nextLines, other));
    return of(total(ends), withoutSecond, without);
  }

  private static Odds of(double withoutFirst, double withoutSecond, double without) {
    return new Odds(
        1, 1 - withoutFirst, 1 - withoutSecond, 1 - withoutFirst - withoutSecond + without);
  }

  /** How the last of so many lines is spread, where none of them holds one of the products. */
  private static double[] walk(double[] begin, Succession step, int lines, int... avoided) {
    double[] at = without(begin, avoided);
    for (int line = 1; line < lines; line++) {
      at = without(step(at, step), avoided);
    }
    return at;
  }

  private static double[] step(double[] at, Succession step) {
    double[] next = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      for (int j = 0; j < at.length; j++) {
        next[j] += at[i] * step.chance(i, j);
      }
    }
    return next;
  }

  private static double[] without(double[] at, int... avoided) {
    for (int product : avoided) {
      at[product] = 0;
    }
    return at;
  }

  private static double total(double[] at) {
    return Arrays.stream(at).sum();
  }

  /** These odds and so many times the others. */
  Odds plus(Odds other, double times) {
    return new Odds(
        baskets + times * other.baskets,
        first + times * other.first,
        second + times * other.second,
        both + times * other.both);
  }

  /** The share of the baskets with the first that have the second. */
  double probability() {
    return both / first;
  }

  /** How many times as often as among all baskets the second is found with the first. */
  double lift() {
    return probability() * baskets / second;
  }
}
