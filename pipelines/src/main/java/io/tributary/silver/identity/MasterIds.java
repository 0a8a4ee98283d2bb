package io.tributary.silver.identity;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;

import io.tributary.models.identity.IdAssignment;
import io.tributary.silver.KeyedHash;
import org.apache.spark.sql.Column;

/** Makes master customer ids: they reveal nothing, and any run makes the same ones. */
record MasterIds(KeyedHash hash) implements IdAssignment.Naming {
  private static final String PREFIX = "c_";

  /** Ninety-six bits: that any two of a billion people get one id has a chance of one in 10^11. */
  private static final int DIGITS = 24;

  @Override
  public String masterId(String recordKey, long generation) {
    return PREFIX + hash.of(recordKey + "#" + generation).substring(0, DIGITS);
  }

  /** The id of the first person that a profile founds. */
  Column first(Column recordKey) {
    Column digits = substring(hash.of(concat(recordKey, lit("#0"))), 1, DIGITS);
    return concat(lit(PREFIX), digits);
  }
}
