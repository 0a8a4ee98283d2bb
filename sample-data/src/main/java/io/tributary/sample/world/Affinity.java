package io.tributary.sample.world;

/**
 * Two products of a brand. The strength is how much more often one line holds the first and the
 * next line the second than popularity alone makes them, in multiples of the latter.
 */
public record Affinity(Kind kind, Product first, Product second, double strength) {
  /** How two products belong together. */
  public enum Kind {
    /** They lie side by side in one basket. */
    TOGETHER,
    /** The second begins the basket after one that the first ended. */
    NEXT,
    /** They only seem to, since both are popular or the same buyers can afford them. */
    DECOY
  }
}
