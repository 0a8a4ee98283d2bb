package io.tributary.models.identity.resolution;

import java.io.Serializable;

/**
 * The numbers that an operator may set.
 *
 * @param join from which probability two groups of records are one person
 * @param review from which probability somebody should look
 * @param look from which probability two records are looked at together with all theirs
 * @param pairs how many pairs a record may make, on average
 * @param block up to how many records of a block are compared each with each
 * @param reach with how many neighbours those of a larger block are compared
 * @param component how many records may hang together
 */
public record Settings(
    double join, double review, double look, double pairs, int block, int reach, int component)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public static final Settings STANDARD = new Settings(0.82, 0.60, 0.1, 25, 400, 20, 300);
}
