package io.tributary.silver.identity.match;

import io.tributary.models.identity.blocking.Blocking;
import java.io.Serializable;

/**
 * A block, or a part of a divided one, so large that a record meets only its neighbours in it.
 *
 * @param rule the place of the rule that makes the block
 */
record CrowdedBlock(long key, int rule, int records) implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * The block of a key.
   *
   * @param texts of one of its records
   */
  static CrowdedBlock of(long key, String[] texts, int records, Blocking blocking) {
    return new CrowdedBlock(key, blocking.origin(key, texts), records);
  }
}
