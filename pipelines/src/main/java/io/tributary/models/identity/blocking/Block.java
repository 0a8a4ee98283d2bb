package io.tributary.models.identity.blocking;

import io.tributary.models.identity.compare.Value;
import io.tributary.models.identity.linkage.Schema;
import java.util.Comparator;
import java.util.List;

/** The records that share a key, and the pairs they make. */
public final class Block {
  private final Schema schema;
  private final int limit;
  private final int reach;

  /**
   * A way to make pairs.
   *
   * @param limit up to how many records of a block are compared each with each
   * @param reach with how many neighbours, in the order of their values, the records of a larger
   *     block are compared
   */
  public Block(Schema schema, int limit, int reach) {
    this.schema = schema;
    this.limit = limit;
    this.reach = reach;
  }

  /** Takes the evidence of a pair; the record of the smaller id comes first. */
  @FunctionalInterface
  public interface Pairs {
    void take(Member one, Member other, long evidence);
  }

  /** Compares the pairs that meet under {@code key} first, so that no pair is compared twice. */
  public long compare(long key, List<Member> members, Pairs pairs) {
    boolean isLarge = members.size() > limit;
    if (isLarge) {
      members.sort(Comparator.comparing(Block::inOrder).thenComparing(Member::id));
    }
    long compared = 0;
    for (int i = 0; i < members.size(); i++) {
      int end = isLarge ? Math.min(members.size(), i + 1 + reach) : members.size();
      Member one = members.get(i);
      for (int j = i + 1; j < end; j++) {
        Member other = members.get(j);
        if (one.id() != other.id() && Blocking.first(one.keys(), other.keys()) == key) {
          long evidence = schema.compare(one.values(), other.values());
          pairs.take(
              one.id() < other.id() ? one : other, one.id() < other.id() ? other : one, evidence);
          compared++;
        }
      }
    }
    return compared;
  }

  private static String inOrder(Member member) {
    StringBuilder order = new StringBuilder();
    for (Value value : member.values()) {
      order.append(value == null ? "" : value.text()).append('|');
    }
    return order.toString();
  }
}
