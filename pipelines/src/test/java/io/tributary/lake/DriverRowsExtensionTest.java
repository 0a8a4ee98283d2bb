package io.tributary.lake;

import static org.apache.spark.sql.functions.broadcast;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.TestSpark;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriverRowsExtensionTest {
  private static final StructType SCHEMA =
      new StructType().add("key", DataTypes.LongType, false).add("name", DataTypes.StringType);

  private final SparkSession session = TestSpark.session().newSession();

  /** Rows in the plan, rows beside it that are sent from the driver, and too many for that. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 3000, 25_000})
  void whatTheDriverHoldsIsJoinedAsItIs(int count) {
    Dataset<Row> joined = joined(DriverRows.of(rows(count), SCHEMA, session));

    assertThat(joined.collectAsList()).containsExactlyInAnyOrderElementsOf(rows(count));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 3000})
  void noJobBringsThemToTheDriverFirst(int count) throws TimeoutException {
    Dataset<Row> joined = joined(DriverRows.of(rows(count), SCHEMA, session));

    assertThat(jobs(joined)).isEqualTo(1);
  }

  /** A million of them would stand in every plan that sends them. */
  @Test
  void moreThanThatAreFetchedByAJob() throws TimeoutException {
    Dataset<Row> joined = joined(DriverRows.of(rows(25_000), SCHEMA, session));

    assertThat(jobs(joined)).isEqualTo(2);
  }

  @Test
  void whatIsMadeOfThemIsFetchedByAJob() throws TimeoutException {
    Dataset<Row> made = DriverRows.of(rows(3), SCHEMA, session).repartition(1);

    assertThat(jobs(joined(made))).isEqualTo(2);
  }

  @Test
  void theSameRowsAreSentOnce() {
    Dataset<Row> held = DriverRows.of(rows(3000), SCHEMA, session);
    Dataset<Row> twice = joined(held).unionByName(joined(held));

    assertThat(twice.count()).isEqualTo(6000);
    assertThat(twice.queryExecution().executedPlan().toString()).contains("ReusedExchange");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 3000})
  void adaptivePlansJoinThemToo(int count) {
    session.conf().set("spark.sql.adaptive.enabled", true);
    Dataset<Row> joined = joined(DriverRows.of(rows(count), SCHEMA, session));

    assertThat(joined.collectAsList()).containsExactlyInAnyOrderElementsOf(rows(count));
    assertThat(joined.queryExecution().executedPlan().toString()).contains("HeldRows");
  }

  private Dataset<Row> joined(Dataset<Row> held) {
    Dataset<Row> all = session.range(0, 30_000, 1, 1).toDF("key");
    return all.join(broadcast(held), "key");
  }

  /** How many jobs it takes to collect them. */
  private int jobs(Dataset<Row> rows) throws TimeoutException {
    String group = rows.toString() + System.identityHashCode(rows);
    AtomicInteger jobs = new AtomicInteger();
    SparkListener counting =
        new SparkListener() {
          @Override
          public void onJobStart(SparkListenerJobStart job) {
            if (group.equals(job.properties().getProperty("spark.job.description"))) {
              jobs.incrementAndGet();
            }
          }
        };
    SparkContext context = session.sparkContext();
    context.addSparkListener(counting);
    context.setJobDescription(group);
    try {
      rows.collectAsList();
      context.listenerBus().waitUntilEmpty(60_000);
    } finally {
      context.setJobDescription(null);
      context.removeSparkListener(counting);
    }
    return jobs.get();
  }

  private static List<Row> rows(int count) {
    Stream<Row> rows =
        IntStream.range(0, count).mapToObj(key -> RowFactory.create((long) key, "name " + key));
    return rows.toList();
  }
}
