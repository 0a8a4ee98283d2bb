package io.tributary.models.identity.blocking;

import io.tributary.models.identity.compare.Value;

/** A record as it is compared with those it shares a block with. */
public final class Member {
  private final long id;
  private final long[] keys;
  private final Value[] values;
  private final boolean isNew;

  /**
   * A record.
   *
   * @param keys as made by {@link Blocking}, sorted
   * @param values null where it has none
   */
  public Member(long id, long[] keys, Value[] values) {
    this(id, keys, values, true);
  }

  /** A record, and whether it was not there, or not the same, when its block was last compared. */
  public Member(long id, long[] keys, Value[] values, boolean isNew) {
    this.id = id;
    this.keys = keys;
    this.values = values;
    this.isNew = isNew;
  }

  public long id() {
    return id;
  }

  boolean isNew() {
    return isNew;
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
