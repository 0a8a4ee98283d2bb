package io.tributary.bronze.source;

/**
 * A list of a record that lands as a source of its own, a record an item.
 *
 * @param source the source of the items
 * @param parent the item's field that names its record
 * @param key the record's field that it names; {@code id} when left out
 */
public record ChildList(String source, String parent, String key) {

  /** Fills in what is left out and checks that the items can be found. */
  public ChildList {
    if (source == null || parent == null) {
      throw new IllegalArgumentException(
          "lists: source and parent are needed, such as {source: order_lines, parent: order_id}");
    }
    key = key == null ? "id" : key;
  }
}
