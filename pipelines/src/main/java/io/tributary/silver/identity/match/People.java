package io.tributary.silver.identity.match;

import io.tributary.bronze.Records;
import io.tributary.lake.Field;
import io.tributary.models.identity.cluster.Agglomeration;
import io.tributary.models.identity.cluster.LinkedRecords;
import io.tributary.models.identity.compare.Value;
import io.tributary.models.identity.resolution.Linker;
import io.tributary.models.identity.review.Decisions;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/** The people among records that hang together; a record that stands alone is not listed. */
final class People {
  static final Field PERSON_KEY =
      Field.required("person_key", Field.TEXT, "The smallest record key of the person");
  static final Field PROBABILITY =
      Field.required("probability", Field.DOUBLE, "How sure it is that the record belongs there");

  /** What a row says: a member of a person, or two people who may be one. */
  static final Field IS_MEMBER =
      Field.required("is_member", Field.FLAG, "Whether the row is of a person's record");

  /** Records of one component are compared each with each. */
  static final Field COMPONENT =
      Field.required("component", Field.LONG, "The smallest id that hangs together with it");

  static final Field REASON =
      Field.optional(
          "reason",
          Field.TEXT,
          "Why somebody should look at the two, as review_queue says; null where nobody should");

  static final Field FINGERPRINT =
      Field.required(
          "fingerprint", Field.LONG, "Digest of the records of the component and their bonds");

  /** What numbers that nobody has two of say of two records, which likeness takes for one. */
  static final Field IS_RIGHT =
      Field.optional(
          "is_right",
          Field.FLAG,
          "Of two records that likeness alone would take for one, whether they have the same"
              + " loyalty number; null for all other rows");

  /** From which probability on two people are told of, whoever looks at them. */
  static final double DOUBTFUL = 0.5;

  private static final StructType ROW =
      Standardised.row(
          Records.RECORD_KEY,
          PERSON_KEY,
          PROBABILITY,
          IS_MEMBER,
          COMPONENT,
          REASON,
          FINGERPRINT,
          IS_RIGHT);

  private People() {}

  /** What tasks need to find people; sent to each machine once. */
  record Plan(LinkedRecords linked, Linker linker, Known known) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  static Dataset<Row> of(Dataset<Row> standardised, Broadcast<Plan> plan) {
    MapPartitionsFunction<Row, Row> components =
        rows -> Rows.all(rows, row -> LinkedGroup.member(row, plan.value()));
    MapPartitionsFunction<Row, Row> people =
        rows -> {
          Set<String> decided = new HashSet<>(plan.value().known().decisions().records());
          long corrected = Fingerprint.of(plan.value().linker().calibration());
          return Rows.all(
              Rows.groups(rows), group -> people(group, plan.value(), decided, corrected));
        };
    return standardised
        .mapPartitions(components, Encoders.row(LinkedGroup.SCHEMA))
        .repartition(functions.col("component"))
        .sortWithinPartitions("component")
        .mapPartitions(people, Encoders.row(ROW));
  }

  private static List<Row> people(List<Row> group, Plan plan, Set<String> decided, long corrected) {
    Linker linker = plan.linker();
    List<Value[]> values = LinkedGroup.values(group, linker);
    List<int[]> ties = LinkedGroup.ties(group);
    Decisions decisions =
        LinkedGroup.isDecided(group, decided) ? plan.known().decisions() : Decisions.NONE;
    Agglomeration united =
        linker.unite(
            values,
            new Linker.Bonds(
                ties,
                LinkedGroup.holdings(group, plan.known().limits()),
                compared -> LinkedGroup.decide(group, decisions, compared)));
    Component component =
        new Component(
            group,
            linker,
            group.get(0).getLong(0),
            corrected + LinkedGroup.fingerprint(group, decisions));
    int[] people = united.people();
    double[] bits = united.bits();
    List<Row> rows = new ArrayList<>();
    for (int record = 0; record < people.length; record++) {
      String key = group.get(record).getString(1);
      String person = group.get(people[record]).getString(1);
      rows.add(component.row(key, person, bits[record]));
    }
    new Doubts(united, ties, linker).pairs(DOUBTFUL).forEach(pair -> rows.add(component.row(pair)));
    JudgedPairs.of(group, values, plan).stream()
        .filter(pair -> linker.probability(pair.bits()) >= DOUBTFUL)
        .forEach(pair -> rows.add(component.row(pair)));
    return rows;
  }

  /** The records that hang together, how they are called, and their digest. */
  private record Component(List<Row> records, Linker linker, long name, long fingerprint) {
    Row row(String record, String person, double bits) {
      return RowFactory.create(
          record, person, probability(bits), true, name, null, fingerprint, null);
    }

    Row row(Doubts.Pair pair) {
      ReviewReason reason = pair.reason();
      return row(
          pair.one(), pair.other(), pair.bits(), reason == null ? null : reason.text(), null);
    }

    Row row(JudgedPairs.Pair pair) {
      return row(pair.one(), pair.other(), pair.bits(), null, pair.isRight());
    }

    private Row row(int one, int other, double bits, String reason, Boolean isRight) {
      return RowFactory.create(
          key(one), key(other), probability(bits), false, name, reason, fingerprint, isRight);
    }

    private double probability(double bits) {
      return Math.round(linker.probability(bits) * 1e4) / 1e4;
    }

    private String key(int record) {
      return records.get(record).getString(1);
    }
  }
}
