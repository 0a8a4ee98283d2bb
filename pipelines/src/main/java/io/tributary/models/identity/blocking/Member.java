package io.tributary.models.identity.blocking;

import io.tributary.models.identity.compare.Value;

/** A record as it is compared with those it shares a block with. */
public final class Member {
  private final long id;
  private final long[] keys;
  private final Value[] values;

  /**
   * A record.
   *
   * @param keys as made by {@link Blocking}, sorted
   * @param values null where it has none
   */
  public Member(long id, long[] keys, Value[] values) {
    this.id = id;
    this.keys = keys;
    this.values = values;
  }

  public long id() {
    return id;
  }

  /** Not a copy, because it is read for every pair. */
  public long[] keys() {
    return keys;
  }

  /** Not a copy, because it is read for every pair. */
  public Value[] values() {
    return values;
  }
}
