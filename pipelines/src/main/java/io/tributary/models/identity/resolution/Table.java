package io.tributary.models.identity.resolution;

import java.util.List;

/** Records in memory. */
public final class Table {
  private final long[] ids;
  private final List<String[]> texts;

  /**
   * Records in any order.
   *
   * @param ids a number of each, the same whatever the other records are
   * @param texts the standardised value of each field, null where there is none
   */
  public Table(long[] ids, List<String[]> texts) {
    this.ids = ids.clone();
    this.texts = List.copyOf(texts);
  }

  public int size() {
    return ids.length;
  }

  public long id(int record) {
    return ids[record];
  }

  Table with(List<String[]> others) {
    return new Table(ids, others);
  }

  List<String[]> texts() {
    return texts;
  }
}
