package io.tributary.silver.identity.match;

import java.nio.ByteBuffer;
import java.util.Collection;

/** Numbers as bytes, which rows carry in one piece. */
final class Longs {
  private Longs() {}

  static byte[] bytes(long[] numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Long.BYTES);
    bytes.asLongBuffer().put(numbers);
    return bytes.array();
  }

  static byte[] bytes(Collection<Long> numbers) {
    return bytes(numbers.stream().mapToLong(Long::longValue).toArray());
  }

  static long[] of(byte[] bytes) {
    long[] numbers = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes).asLongBuffer().get(numbers);
    return numbers;
  }
}
