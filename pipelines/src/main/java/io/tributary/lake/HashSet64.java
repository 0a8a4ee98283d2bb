package io.tributary.lake;

import java.nio.ByteBuffer;

/**
 * Up to a million hashes in an array of bytes, as Spark passes the state of an aggregate on: how
 * many there are, how many came again or found no room, and a table of open addresses, at most half
 * full, in which zero marks an empty place.
 */
final class HashSet64 {
  private static final int MOST = 1 << 20;
  private static final int SIZE = 0;
  private static final int DOUBTFUL = Long.BYTES;
  private static final int TABLE = 2 * Long.BYTES;
  private static final int FIRST_PLACES = 32;

  private final byte[] array;
  private final ByteBuffer bytes;

  private HashSet64(byte[] array) {
    this.array = array;
    this.bytes = ByteBuffer.wrap(array);
  }

  static HashSet64 empty() {
    return ofPlaces(FIRST_PLACES);
  }

  private static HashSet64 ofPlaces(int places) {
    return new HashSet64(new byte[TABLE + places * Long.BYTES]);
  }

  static HashSet64 in(byte[] bytes) {
    return new HashSet64(bytes);
  }

  byte[] bytes() {
    return array;
  }

  long doubtful() {
    return bytes.getLong(DOUBTFUL);
  }

  /** The set with one more, which may be another array. */
  HashSet64 add(long hash) {
    // The hash of zero shares the place of one: it may be doubted, never overlooked.
    long stored = hash == 0 ? 1 : hash;
    int place = place(stored);
    long size = bytes.getLong(SIZE);
    if (bytes.getLong(place) == stored || size == MOST) {
      bytes.putLong(DOUBTFUL, doubtful() + 1);
      return this;
    }
    bytes.putLong(place, stored);
    bytes.putLong(SIZE, size + 1);
    return 2 * (size + 1) > places() ? grown() : this;
  }

  HashSet64 addAll(HashSet64 other) {
    bytes.putLong(DOUBTFUL, doubtful() + other.doubtful());
    HashSet64 all = this;
    for (int place = TABLE; place < other.bytes.capacity(); place += Long.BYTES) {
      long hash = other.bytes.getLong(place);
      if (hash != 0) {
        all = all.add(hash);
      }
    }
    return all;
  }

  private HashSet64 grown() {
    return ofPlaces(2 * places()).addAll(this);
  }

  private int places() {
    return (bytes.capacity() - TABLE) / Long.BYTES;
  }

  /** Where a hash stands, or the empty place where it belongs. */
  private int place(long hash) {
    int mask = places() - 1;
    int place = (int) (hash ^ (hash >>> 32)) & mask;
    long found = bytes.getLong(TABLE + place * Long.BYTES);
    while (found != 0 && found != hash) {
      place = (place + 1) & mask;
      found = bytes.getLong(TABLE + place * Long.BYTES);
    }
    return TABLE + place * Long.BYTES;
  }
}
