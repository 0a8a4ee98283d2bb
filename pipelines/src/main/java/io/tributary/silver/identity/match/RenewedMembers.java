package io.tributary.silver.identity.match;

import io.tributary.models.identity.blocking.Block;
import io.tributary.models.identity.blocking.Member;
import io.tributary.models.identity.compare.Value;
import io.tributary.models.identity.resolution.Linker;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The records that are not as they were, as they are, by the blocks they stand in. They are few
 * enough to be sent to each machine, so that all others are compared with them where they lie.
 */
final class RenewedMembers implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A fourth of the room of a block may be filled by records that nobody tells of. */
  private static final int SLACK = 4;

  private final Linker linker;
  private final Block block;
  private final GenericValues generic;
  private final TouchedKeys touched;
  private final long[] ids;
  private final long[][] keys;
  private final String[] texts;

  /** The places of the records in the arrays, by place of the touched key. */
  private final int[][] members;

  /**
   * Makes ready.
   *
   * @param renewed the records, as {@link MatchState#PROFILES} lists them
   */
  RenewedMembers(Linker linker, GenericValues generic, TouchedKeys touched, List<Row> renewed) {
    this.linker = linker;
    this.generic = generic;
    this.touched = touched;
    block = linker.block();
    ids = renewed.stream().mapToLong(row -> row.getLong(1)).toArray();
    keys = renewed.stream().map(row -> Longs.of(row.getAs(3))).toArray(long[][]::new);
    texts = renewed.stream().map(row -> row.getString(2)).toArray(String[]::new);
    members = members();
  }

  private int[][] members() {
    int[] sizes = new int[touched.size()];
    for (long[] of : keys) {
      for (long key : of) {
        sizes[touched.place(key)]++;
      }
    }
    int[][] places = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
    for (int at = 0; at < keys.length; at++) {
      for (long key : keys[at]) {
        int place = touched.place(key);
        places[place][--sizes[place]] = at;
      }
    }
    return places;
  }

  private Value[] values(String packed) {
    return linker.values(generic.without(Packed.unpack(packed, linker.schema().size())));
  }

  /** The pairs among themselves, but for those of blocks that are left out. */
  List<Row> pairs(Set<Long> without) {
    Visitors own = new Visitors();
    List<Row> pairs = new ArrayList<>();
    for (int place = 0; place < touched.size(); place++) {
      long key = touched.key(place);
      if (!without.contains(key)) {
        block.compare(key, own.renewed(place), ScoredPairs.taken(linker, key, pairs));
      }
    }
    return pairs;
  }

  /** The blocks that are large whoever else stands in them. */
  Set<Long> large() {
    Set<Long> large = new HashSet<>();
    for (int place = 0; place < touched.size(); place++) {
      if (isCrowded(place, 0)) {
        large.add(touched.key(place));
      }
    }
    return large;
  }

  /**
   * Whether a block may be large.
   *
   * @param seen how many others were seen there, as far as {@link Visitors#crowds} tells
   */
  boolean isCrowded(long key, long seen) {
    return isCrowded(touched.place(key), seen);
  }

  private boolean isCrowded(int place, long seen) {
    int room = block.room(touched.most(place));
    return seen > room - room / SLACK;
  }

  /** The others of one partition, as they come by; for one thread, as values are. */
  final class Visitors {
    private final Member[] made = new Member[ids.length];
    private final int[] seen = new int[touched.size()];

    /** The pairs of one that is as it was with those that are not. */
    List<Row> pairs(Row row) {
      long[] own = Longs.of(row.getAs(3));
      List<Row> pairs = new ArrayList<>(0);
      Member member = null;
      for (long key : own) {
        int place = touched.place(key);
        if (place >= 0 && isMet(place)) {
          member =
              member == null
                  ? new Member(row.getLong(1), own, values(row.getString(2)), false)
                  : member;
          block.compare(key, member, renewed(place), ScoredPairs.taken(linker, key, pairs));
        }
      }
      return pairs;
    }

    /** Whether somebody is there to be met; in a crowded block all are brought together later. */
    private boolean isMet(int place) {
      seen[place]++;
      return members[place].length > 0 && !isCrowded(place, seen[place]);
    }

    private List<Member> renewed(int place) {
      List<Member> renewed = new ArrayList<>(members[place].length);
      for (int at : members[place]) {
        if (made[at] == null) {
          made[at] = new Member(ids[at], keys[at], values(texts[at]));
        }
        renewed.add(made[at]);
      }
      return renewed;
    }

    /**
     * How many were seen in blocks, as pairs of number 0 with itself; not told where it is so few
     * that what all partitions keep to themselves is a small part of the room.
     */
    List<Row> crowds() {
      int partitions = Math.max(1, TaskContext.get().numPartitions());
      List<Row> crowds = new ArrayList<>();
      for (int place = 0; place < seen.length; place++) {
        if (seen[place] > Math.max(0, block.room(touched.most(place))) / SLACK / partitions) {
          crowds.add(RowFactory.create(0L, 0L, (long) seen[place], touched.key(place)));
        }
      }
      return crowds;
    }
  }
}
