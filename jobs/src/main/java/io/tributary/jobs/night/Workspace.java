package io.tributary.jobs.night;

import io.tributary.jobs.console.Surroundings;
import io.tributary.jobs.settings.Settings;
import io.tributary.lake.Lakehouse;
import io.tributary.lake.Step;
import io.tributary.lake.Table;
import io.tributary.silver.Expressions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** A lakehouse opened for a command, with the configuration it is opened under. */
public final class Workspace implements AutoCloseable {
  private final Settings settings;
  private final Surroundings surroundings;
  private final Session session;
  private final Lakehouse house;

  private Workspace(Settings settings, Surroundings surroundings, Session session) {
    this.settings = settings;
    this.surroundings = surroundings;
    this.session = session;
    this.house =
        new Lakehouse(
            session.spark(), settings.lakehouse(), settings.restricted(), surroundings.clock());
  }

  public static Workspace open(Settings settings, Surroundings surroundings) {
    return new Workspace(settings, surroundings, Session.open(surroundings.home()));
  }

  public Settings settings() {
    return settings;
  }

  public Surroundings surroundings() {
    return surroundings;
  }

  public Lakehouse house() {
    return house;
  }

  /** The day the settings name for today; empty when that is the newest delivery. */
  public Optional<LocalDate> dayWanted() {
    return settings.asOf().day(today());
  }

  /** The day on the clock, in the zone of the business. */
  LocalDate today() {
    return LocalDate.now(surroundings.clock().withZone(settings.zone()));
  }

  /** Refuses a configuration under which a run could begin and not come to its end. */
  void requireReadiness() {
    settings.requireHashKey();
    requireExpressions();
  }

  /** Refuses sources with an expression that is none. */
  void requireExpressions() {
    SparkSession asked = house.session().newSession();
    // As in the steps that read what exports bring.
    asked.conf().set("spark.sql.ansi.enabled", false);
    Expressions.check(settings.sources(), asked.emptyDataFrame());
  }

  /** New steps for one run. */
  public List<Step> steps() {
    return Pipelines.steps(settings);
  }

  public List<Table> tables() {
    return Pipelines.tables(steps());
  }

  @Override
  public void close() {
    session.close();
  }
}
