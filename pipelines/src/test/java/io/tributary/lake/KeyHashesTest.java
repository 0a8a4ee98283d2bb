package io.tributary.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class KeyHashesTest {
  private final KeyHashes hashes = new KeyHashes();

  private byte[] seen(LongStream values) {
    byte[] seen = hashes.zero();
    for (long value : values.toArray()) {
      seen = hashes.reduce(seen, value);
    }
    return seen;
  }

  @Test
  void differentHashesAreBeyondDoubt() {
    assertThat(hashes.finish(seen(LongStream.range(-50_000, 0)))).isZero();
    assertThat(hashes.finish(seen(LongStream.range(2, 50_000)))).isZero();
  }

  @Test
  void aHashThatCameBeforeIsDoubted() {
    assertThat(hashes.finish(seen(LongStream.of(7, 8, 7, 9, 7)))).isEqualTo(2);
  }

  @Test
  void aHashThatCameInAnotherTaskIsDoubted() {
    byte[] both = hashes.merge(seen(LongStream.of(7, 8)), seen(LongStream.of(9, 8, 9)));

    assertThat(hashes.finish(both)).isEqualTo(2);
  }

  /** Zero marks an empty place, so it cannot be told from one. */
  @Test
  void zeroIsNotOverlooked() {
    assertThat(hashes.finish(seen(LongStream.of(0)))).isZero();
    assertThat(hashes.finish(seen(LongStream.of(0, 0)))).isEqualTo(1);
  }

  @Test
  void whatIsBeyondAMillionIsDoubted() {
    long million = 1 << 20;

    assertThat(hashes.finish(seen(LongStream.range(2, million + 2)))).isZero();
    assertThat(hashes.finish(seen(LongStream.range(2, million + 5)))).isEqualTo(3);
  }
}
