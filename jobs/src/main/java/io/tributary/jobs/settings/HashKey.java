package io.tributary.jobs.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.tributary.lake.TributaryException;

/** The secret under which identifiers are hashed; it never shows in a text. */
public record HashKey(String value) {
  private static final int SHORTEST = 16;
  private static final String PUBLIC = "public-";

  /** A key that stands in a configuration file, and so is public and says so. */
  @JsonCreator
  static HashKey written(String value) {
    if (!value.startsWith(PUBLIC)) {
      throw new IllegalArgumentException(
          "hash_key: found a key that is not marked %s; a secret belongs into the environment, under"
                  .formatted(PUBLIC)
              + " the name that hash_key_variable gives (TRIBUTARY_HASH_KEY)");
    }
    return new HashKey(value);
  }

  static HashKey fromEnvironment(String variable, String value) {
    if (value.length() < SHORTEST) {
      throw TributaryException.usage(
          "The environment variable %s holds %d characters; a hash key has at least %d. Make one"
                  .formatted(variable, value.length(), SHORTEST)
              + " with: openssl rand -hex 32");
    }
    return new HashKey(value);
  }

  /** Whether anybody may know it: good for sample data only. */
  public boolean isPublic() {
    return value.startsWith(PUBLIC);
  }

  @Override
  public String toString() {
    return "HashKey[" + (isPublic() ? "public" : "secret") + "]";
  }
}
