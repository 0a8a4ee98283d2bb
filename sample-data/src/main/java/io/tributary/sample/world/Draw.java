package io.tributary.sample.world;

import java.util.List;

/**
 * A stream of random draws fixed by a seed, a topic and keys, so that each person and each purchase
 * has its own and nothing depends on the order in which they are made.
 *
 * <p>SplitMix64 and {@link StrictMath} give the same bits on every machine.
 */
public final class Draw {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  private Draw(long state) {
    this.state = state;
  }

  /** The stream for these keys. */
  public static Draw of(long seed, String topic, long... keys) {
    long state = mix(seed + GOLDEN);
    for (int i = 0; i < topic.length(); i++) {
      state = mix(state ^ topic.charAt(i)) + GOLDEN;
    }
    for (long key : keys) {
      state = mix(state ^ mix(key + GOLDEN)) + GOLDEN;
    }
    return new Draw(state);
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** 64 random bits. */
  public long bits() {
    state += GOLDEN;
    return mix(state);
  }

  /** Uniform in [0, 1). */
  public double uniform() {
    return (bits() >>> 11) * 0x1.0p-53;
  }

  /** Uniform in [least, most]. */
  public int between(int least, int most) {
    return least + (int) (uniform() * (most - least + 1L));
  }

  /** True with this probability. */
  public boolean chance(double probability) {
    return uniform() < probability;
  }

  /** One of the options, all equally likely. */
  public <T> T pick(List<T> options) {
    return options.get(between(0, options.size() - 1));
  }

  /** The index of one of the weights, in proportion to them. */
  public int weighted(double... weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double left = uniform() * total;
    for (int i = 0; i < weights.length - 1; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  /** Exponential with mean 1. */
  public double exponential() {
    return -StrictMath.log(1 - uniform());
  }

  /** Standard normal, by the polar method. */
  public double normal() {
    while (true) {
      double x = 2 * uniform() - 1;
      double y = 2 * uniform() - 1;
      double square = x * x + y * y;
      if (square > 0 && square < 1) {
        return x * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
      }
    }
  }

  /** Gamma with this shape and mean, by Marsaglia and Tsang. */
  public double gamma(double shape, double mean) {
    if (shape < 1) {
      return gamma(shape + 1, mean * (shape + 1) / shape)
          * StrictMath.pow(1 - uniform(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / StrictMath.sqrt(9 * d);
    while (true) {
      double x = normal();
      double v = StrictMath.pow(1 + c * x, 3);
      if (v > 0
          && StrictMath.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
        return d * v * mean / shape;
      }
    }
  }

  /** Beta with this mean; the larger the weight, the closer to it. */
  public double beta(double mean, double weight) {
    double a = gamma(mean * weight, mean * weight);
    double b = gamma((1 - mean) * weight, (1 - mean) * weight);
    return a / (a + b);
  }

  /** Poisson, by multiplying uniforms; meant for small means. */
  public int poisson(double mean) {
    double limit = StrictMath.exp(-mean);
    int count = 0;
    for (double product = 1 - uniform(); product > limit; product *= 1 - uniform()) {
      count++;
    }
    return count;
  }
}
