package io.tributary.lake;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.expressions.Aggregator;
import org.apache.spark.sql.functions;

/**
 * How many rows may have a key that another row has: those whose key's hash came before, and those
 * beyond the first million. Zero proves that all keys differ, in the scan that writes the rows;
 * more proves nothing.
 */
final class KeyHashes extends Aggregator<Long, byte[], Long> {
  private static final long serialVersionUID = 1L;

  /** The measure for rows with these key columns. */
  static Column of(Column... key) {
    return functions.udaf(new KeyHashes(), Encoders.LONG()).apply(functions.xxhash64(key));
  }

  @Override
  public byte[] zero() {
    return HashSet64.empty().bytes();
  }

  @Override
  public byte[] reduce(byte[] seen, Long hash) {
    return HashSet64.in(seen).add(hash).bytes();
  }

  @Override
  public byte[] merge(byte[] one, byte[] other) {
    return HashSet64.in(one).addAll(HashSet64.in(other)).bytes();
  }

  @Override
  public Long finish(byte[] seen) {
    return HashSet64.in(seen).doubtful();
  }

  @Override
  public Encoder<byte[]> bufferEncoder() {
    return Encoders.BINARY();
  }

  @Override
  public Encoder<Long> outputEncoder() {
    return Encoders.LONG();
  }
}
