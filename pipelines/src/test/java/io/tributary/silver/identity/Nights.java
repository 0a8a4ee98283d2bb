package io.tributary.silver.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tributary.Rows;
import io.tributary.TestSpark;
import io.tributary.bronze.Records;
import io.tributary.lake.Table;
import io.tributary.models.identity.evaluate.SampledShare;
import io.tributary.models.identity.review.Decision;
import io.tributary.models.identity.review.Decisions;
import io.tributary.silver.CustomerRecord;
import io.tributary.silver.KeyedHash;
import io.tributary.silver.identity.match.GoldenSpec;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Runs identity night after night; ids are shown as the key and generation they are made of. */
final class Nights {
  private static final Tying TYING = new Tying(/* sharedLimit= */ 3, Set.of(), Map.of());

  private final KeyedHash hash = new KeyedHash("nights".getBytes(UTF_8));
  private final MasterIds ids = new MasterIds(hash);
  private final Map<String, String> names = new HashMap<>();
  private Dataset<Row> links = local(IdentityLinks.TABLE, List.of());
  private Dataset<Row> events = local(IdentityEvents.TABLE, List.of());
  private Resolution last;
  private Decisions decisions = Decisions.NONE;
  private GoldenSpec golden = GoldenSpec.STANDARD;
  private long run;

  /** From now on decisions are these. */
  Nights deciding(Decision... standing) {
    decisions = Decisions.of(List.of(standing));
    return this;
  }

  /** From now on these rules choose among values that disagree. */
  Nights choosing(GoldenSpec spec) {
    golden = spec;
    return this;
  }

  /** A night on which the profiles are those of the text. */
  Nights then(String customerRecord) {
    return then(Rows.of(CustomerRecord.TABLE, customerRecord));
  }

  Nights then(Dataset<Row> customerRecord) {
    name(customerRecord);
    last = tonight(customerRecord);
    links = local(IdentityLinks.TABLE, last.identityLinks().collectAsList());
    events = local(IdentityEvents.TABLE, events.union(last.events()).collectAsList());
    run++;
    return this;
  }

  /** What tonight would make of other rows, without making it. */
  Resolution tonight(Dataset<Row> customerRecord) {
    var rules =
        new Resolution.Rules(hash, TYING, LocalDate.of(2026, 1, 1).plusDays(run), run + 1, golden);
    return Resolution.of(inputs(customerRecord), rules);
  }

  /** What the validation pass would see if tonight's profiles were these. */
  NightFigures figures(Dataset<Row> customerRecord) {
    return NightFigures.of(inputs(customerRecord), tonight(customerRecord), new SampledShare(0, 0));
  }

  private Resolution.Inputs inputs(Dataset<Row> customerRecord) {
    return new Resolution.Inputs(
        customerRecord,
        Identifiers.of(customerRecord, TYING),
        /* likely= */ null,
        decisions,
        Resolution.Former.ofAll(links, events));
  }

  Dataset<Row> links() {
    return named(links);
  }

  /** The events of the last night. */
  Dataset<Row> events() {
    return named(events.filter(Records.RUN.col().equalTo(run)));
  }

  Dataset<Row> goldenCustomers() {
    return named(last.goldenCustomers());
  }

  /** Each profile's person. */
  Map<String, String> people() {
    Map<String, String> people = new TreeMap<>();
    links().collectAsList().forEach(link -> people.put(link.getString(0), link.getString(1)));
    return people;
  }

  private Dataset<Row> named(Dataset<Row> rows) {
    Dataset<Row> shown = rows.na().replace("master_customer_id", names);
    boolean hasHeirs = List.of(rows.columns()).contains("heir_id");
    return hasHeirs ? shown.na().replace("heir_id", names) : shown;
  }

  private void name(Dataset<Row> customerRecord) {
    for (Row row : customerRecord.select(Records.RECORD_KEY.col()).collectAsList()) {
      String key = row.getString(0);
      for (int generation = 0; generation < 5; generation++) {
        names.put(ids.masterId(key, generation), key + "#" + generation);
      }
    }
  }

  private static Dataset<Row> local(Table table, List<Row> rows) {
    return TestSpark.session().createDataFrame(rows, table.schema());
  }
}
