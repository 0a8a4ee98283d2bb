package io.tributary.models.identity.blocking;

import io.tributary.models.identity.compare.Value;
import io.tributary.models.identity.linkage.Evidence;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;

/** The records that share a key, and the pairs they make. */
public final class Block implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Comparing comparing;
  private final int limit;
  private final int reach;

  /**
   * A way to make pairs.
   *
   * @param comparing how two records are compared
   * @param limit up to how many records of a block are compared each with each
   * @param reach with how many neighbours, in the order of their values, the records of a larger
   *     block are compared
   */
  public Block(Comparing comparing, int limit, int reach) {
    this.comparing = comparing;
    this.limit = limit;
    this.reach = reach;
  }

  /** Gives the evidence of two records, or {@link Evidence#NONE} of a pair that is left out. */
  @FunctionalInterface
  public interface Comparing extends Serializable {
    long compare(Value[] one, Value[] other);
  }

  /** Takes the evidence of a pair; the record of the smaller id comes first. */
  @FunctionalInterface
  public interface Pairs {
    void take(Member one, Member other, long evidence);
  }

  /** Compares the pairs that meet under {@code key} first, so that no pair is compared twice. */
  public long compare(long key, List<Member> members, Pairs pairs) {
    return compare(key, members, /* isWhole= */ true, pairs);
  }

  /**
   * The same where pairs of an earlier time stand.
   *
   * @param isWhole whether none of them do; else pairs without a new record are left out
   */
  public long compare(long key, List<Member> members, boolean isWhole, Pairs pairs) {
    boolean isLarge = isLarge(members.size());
    if (isLarge) {
      members.sort(Comparator.comparing(Block::inOrder).thenComparing(Member::id));
    }
    long compared = 0;
    for (int i = 0; i < members.size(); i++) {
      int end = isLarge ? Math.min(members.size(), i + 1 + reach) : members.size();
      Member one = members.get(i);
      for (int j = i + 1; j < end; j++) {
        Member other = members.get(j);
        boolean isAsked = isWhole || one.isNew() || other.isNew();
        if (isAsked && one.id() != other.id() && Blocking.first(one.keys(), other.keys()) == key) {
          take(one, other, pairs);
          compared++;
        }
      }
    }
    return compared;
  }

  /** The same of one record with others, where the block is not large. */
  public void compare(long key, Member one, List<Member> others, Pairs pairs) {
    for (Member other : others) {
      if (one.id() != other.id() && Blocking.first(one.keys(), other.keys()) == key) {
        take(one, other, pairs);
      }
    }
  }

  /**
   * Whether so many records are compared with their neighbours alone, so that whom a record meets
   * depends on who else is there.
   */
  public boolean isLarge(int members) {
    return members > limit;
  }

  /** How many more records a block of so many takes before it is large; negative where it is. */
  public int room(int members) {
    return limit - members;
  }

  private void take(Member one, Member other, Pairs pairs) {
    long evidence = comparing.compare(one.values(), other.values());
    if (evidence != Evidence.NONE) {
      boolean isFirst = one.id() < other.id();
      pairs.take(isFirst ? one : other, isFirst ? other : one, evidence);
    }
  }

  private static String inOrder(Member member) {
    StringBuilder order = new StringBuilder();
    for (Value value : member.values()) {
      order.append(value == null ? "" : value.text()).append('|');
    }
    return order.toString();
  }
}
