package io.tributary.jobs.settings;

import io.tributary.bronze.source.Source;
import io.tributary.lake.TributaryException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * Where things are and how the business counts, checked and with every path resolved.
 *
 * @param restricted the root for personal data, with credentials of its own
 * @param brands each brand's time zone
 * @param hashKey null when neither the environment nor the file holds one
 * @param sharedIdentifierLimit how many profiles of one account may share an e-mail or number that
 *     still tells who they are
 */
public record Settings(
    Path file,
    String lakehouse,
    String restricted,
    String landing,
    List<Source> sources,
    String currency,
    ZoneId zone,
    Map<String, ZoneId> brands,
    AsOf asOf,
    Conventions conventions,
    String hashKeyVariable,
    HashKey hashKey,
    int sharedIdentifierLimit) {

  /**
   * The files that say how the business counts.
   *
   * @param identity how people are recognised whom no number gives away; null when only numbers
   *     count
   */
  public record Conventions(Path segments, Path assumptions, Path identity, Path owners) {}

  public Path segments() {
    return conventions.segments();
  }

  public Path assumptions() {
    return conventions.assumptions();
  }

  /** How people are recognised whom no number gives away; null when only numbers count. */
  public Path identity() {
    return conventions.identity();
  }

  public Path owners() {
    return conventions.owners();
  }

  /** The same settings for another lakehouse, whose restricted root lies within it. */
  public Settings withLakehouse(String other) {
    String root =
        other.contains("://") ? other : Path.of(other).toAbsolutePath().normalize().toString();
    return new Settings(
        file,
        root,
        root + "/restricted",
        landing,
        sources,
        currency,
        zone,
        brands,
        asOf,
        conventions,
        hashKeyVariable,
        hashKey,
        sharedIdentifierLimit);
  }

  /** The same settings for exports that land in another folder. */
  public Settings withLanding(String other) {
    return new Settings(
        file,
        lakehouse,
        restricted,
        other.contains("://") ? other : Path.of(other).toAbsolutePath().normalize().toString(),
        sources,
        currency,
        zone,
        brands,
        asOf,
        conventions,
        hashKeyVariable,
        hashKey,
        sharedIdentifierLimit);
  }

  /** The same settings for some of the sources only. */
  public Settings withSources(List<Source> some) {
    return new Settings(
        file,
        lakehouse,
        restricted,
        landing,
        some,
        currency,
        zone,
        brands,
        asOf,
        conventions,
        hashKeyVariable,
        hashKey,
        sharedIdentifierLimit);
  }

  public Settings withAsOf(AsOf other) {
    return new Settings(
        file,
        lakehouse,
        restricted,
        landing,
        sources,
        currency,
        zone,
        brands,
        other,
        conventions,
        hashKeyVariable,
        hashKey,
        sharedIdentifierLimit);
  }

  /** The hash key, without which nobody can be told apart. */
  public HashKey requireHashKey() {
    if (hashKey == null) {
      throw TributaryException.usage(
          "There is no hash key: the environment variable %s is not set and %s gives no public one."
                  .formatted(hashKeyVariable, file)
              + " Make one with: openssl rand -hex 32; keep it, for with another the same person"
              + " gets another number.");
    }
    return hashKey;
  }
}
