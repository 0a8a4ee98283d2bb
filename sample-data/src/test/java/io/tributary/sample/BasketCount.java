package io.tributary.sample;

/** How many baskets there are, how many hold one thing, another, and both. */
record BasketCount(long baskets, long first, long second, long both) {
  double lift() {
    return (double) both * baskets / first / second;
  }
}
