package io.tributary.lake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * One piece of a night's work: the tables it reads, the tables it writes and what it does.
 *
 * @param fingerprint a digest of the configuration its result depends on; a change makes it run
 *     again
 * @param after the steps it waits for although it reads no table of theirs
 * @param accompanies the steps it comes along with: a run that does one of them does it too
 * @param source the landing source whose planned files it reads; null for most steps
 * @param daily whether its result depends on the as-of date
 */
public record Step(
    String name,
    Layer layer,
    List<Table> reads,
    List<Table> writes,
    List<String> after,
    List<String> accompanies,
    String source,
    String fingerprint,
    boolean daily,
    Work work) {

  /** What a step does with its hold on the lakehouse. */
  @FunctionalInterface
  public interface Work {
    void on(Lake lake);
  }

  /** A step named for the one table it makes. */
  public static Step making(Table table, Work work) {
    return new Step(
        table.qualifiedName(),
        table.layer(),
        List.of(),
        List.of(table),
        List.of(),
        List.of(),
        null,
        "",
        false,
        work);
  }

  /** A step that makes several tables in one go. */
  public static Step making(String name, List<Table> tables, Work work) {
    return new Step(
        name,
        tables.get(0).layer(),
        List.of(),
        List.copyOf(tables),
        List.of(),
        List.of(),
        null,
        "",
        false,
        work);
  }

  /** A step that hands its result to others in memory and writes no table. */
  public static Step handing(String name, Layer layer, Work work) {
    return new Step(name, layer, List.of(), List.of(), List.of(), List.of(), null, "", false, work);
  }

  public Step reading(Table... tables) {
    return reading(List.of(tables));
  }

  public Step reading(List<Table> tables) {
    return new Step(
        name,
        layer,
        List.copyOf(tables),
        writes,
        after,
        accompanies,
        source,
        fingerprint,
        daily,
        work);
  }

  /** The step waits for steps whose results reach it otherwise than through a table. */
  public Step after(List<String> steps) {
    return new Step(
        name,
        layer,
        reads,
        writes,
        List.copyOf(steps),
        accompanies,
        source,
        fingerprint,
        daily,
        work);
  }

  /** The step waits for steps as with {@link #after}, and no run does one of them without it. */
  public Step accompanying(List<String> steps) {
    return new Step(
        name, layer, reads, writes, after, List.copyOf(steps), source, fingerprint, daily, work);
  }

  /** The step lands the planned files of a source. */
  public Step landing(String landed) {
    return new Step(
        name, layer, reads, writes, after, accompanies, landed, fingerprint, daily, work);
  }

  /** The step's result depends on a configuration; another one makes it run again. */
  public Step configuredBy(String configuration) {
    return new Step(
        name, layer, reads, writes, after, accompanies, source, digest(configuration), daily, work);
  }

  private static String digest(String configuration) {
    try {
      byte[] text = configuration.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** The step's result changes with the as-of date even when its inputs stay. */
  public Step everyDay() {
    return new Step(
        name, layer, reads, writes, after, accompanies, source, fingerprint, true, work);
  }

  /** Whether the step waits for another, for a table of its or for what it hands over. */
  public boolean isFedBy(Step other) {
    return !equals(other) && (accompanies.contains(other.name) || needs(other));
  }

  /**
   * Whether the step cannot be done where another was stopped: others it accompanies it does
   * without.
   */
  boolean needs(Step other) {
    return after.contains(other.name) || reads.stream().anyMatch(other.writes::contains);
  }
}
