package io.tributary.silver.identity.match;

import io.tributary.models.identity.blocking.Block;
import io.tributary.models.identity.blocking.Member;
import io.tributary.models.identity.compare.Value;
import io.tributary.models.identity.resolution.Linker;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
  private transient List<List<Member>> members;

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
  }

  /** By place of the touched key; made where it is asked for, since values do not travel. */
  private synchronized List<List<Member>> members() {
    if (members == null) {
      List<List<Member>> made = new ArrayList<>();
      for (int place = 0; place < touched.size(); place++) {
        made.add(new ArrayList<>(2));
      }
      for (int at = 0; at < ids.length; at++) {
        Member member = new Member(ids[at], keys[at], values(texts[at]));
        for (long key : keys[at]) {
          made.get(touched.place(key)).add(member);
        }
      }
      members = made;
    }
    return members;
  }

  private Value[] values(String packed) {
    return linker.values(generic.without(Packed.unpack(packed, linker.schema().size())));
  }

  /** The pairs among themselves, but for those of blocks that are left out. */
  List<Row> pairs(Set<Long> without) {
    List<Row> pairs = new ArrayList<>();
    for (int place = 0; place < touched.size(); place++) {
      long key = touched.key(place);
      if (!without.contains(key)) {
        block.compare(key, members().get(place), ScoredPairs.taken(linker, key, pairs));
      }
    }
    return pairs;
  }

  /**
   * The blocks that may be large.
   *
   * @param seen for a block how many others were seen there, as far as {@link Visitors#crowds}
   *     tells
   */
  Set<Long> crowded(Map<Long, Long> seen) {
    Set<Long> crowded = new HashSet<>();
    for (int place = 0; place < touched.size(); place++) {
      int room = block.room(touched.most(place));
      if (seen.getOrDefault(touched.key(place), 0L) > room - room / SLACK) {
        crowded.add(touched.key(place));
      }
    }
    return crowded;
  }

  /** The others of one partition, as they come by. */
  final class Visitors {
    private final List<List<Member>> renewed = members();
    private final int[] seen = new int[touched.size()];

    /** The pairs of one that is as it was with those that are not. */
    List<Row> pairs(Row row) {
      long[] own = Longs.of(row.getAs(3));
      List<Row> pairs = new ArrayList<>(0);
      Member member = null;
      for (long key : own) {
        int place = touched.place(key);
        if (place >= 0) {
          seen[place]++;
          if (!renewed.get(place).isEmpty()) {
            member =
                member == null
                    ? new Member(row.getLong(1), own, values(row.getString(2)), false)
                    : member;
            block.compare(key, member, renewed.get(place), ScoredPairs.taken(linker, key, pairs));
          }
        }
      }
      return pairs;
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
