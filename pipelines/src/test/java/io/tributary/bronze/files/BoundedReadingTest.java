package io.tributary.bronze.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BoundedReadingTest {
  private static final int RECORDS = 20_000;
  private static final long READ_AHEAD = 300_000;

  /** A file without end: a beginning, then the same over and over. */
  private static final class Endless extends InputStream {
    private final byte[] beginning;
    private final byte[] again;
    private long read;

    Endless(String beginning, String again) {
      this.beginning = beginning.getBytes(UTF_8);
      this.again = again.getBytes(UTF_8);
    }

    @Override
    public int read() {
      long at = read++;
      return at < beginning.length
          ? beginning[(int) at]
          : again[(int) ((at - beginning.length) % again.length)];
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      for (int i = offset; i < offset + length; i++) {
        target[i] = (byte) read();
      }
      return length;
    }
  }

  static Stream<Arguments> formats() {
    return Stream.of(
        arguments(FileFormat.of("csv"), "a,b\n", "1,\"two\nlines\"\n"),
        arguments(FileFormat.of("csv"), "a,b\n", "1,\"two\n"),
        arguments(FileFormat.jsonLines(), "", "{\"a\":1}\n"),
        arguments(FileFormat.json("$.orders[*]"), "{\"x\":{},\"orders\":[", "{\"a\":1},"),
        arguments(FileFormat.json("$.o[*].node"), "{\"o\":[", "{\"node\":{\"a\":1}},"),
        arguments(FileFormat.json("$[*].lines[*]"), "[{\"lines\":[", "{\"a\":1},"),
        arguments(FileFormat.xml("list/member"), "<list>", "<member><a>1</a></member>"),
        arguments(FileFormat.messages(), "From a 1:00 2026\n", "A: 1\n\nx\n\nFrom a 1:00 2026\n"));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void recordsComeLongBeforeTheFileEnds(FileFormat format, String beginning, String again)
      throws IOException {
    Endless file = new Endless(beginning, again);

    try (RecordStream records = RecordStream.open(() -> file, format)) {
      for (int i = 1; i < RECORDS; i++) {
        records.next();
      }
      assertThat(records.next().position()).isEqualTo(RECORDS - 1);
    }

    assertThat(file.read).isLessThan((long) RECORDS * again.length() + READ_AHEAD);
  }

  @Test
  void aLineBeyondTheLimitIsNotHeld() throws IOException {
    long length = 256L << 20;
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();

    try (RecordStream records =
        RecordStream.open(() -> new LongLine(length), FileFormat.jsonLines())) {
      assertThat(records.next().defect())
          .isEqualTo("line 1: 268,435,456 bytes long; the limit is 16,777,216");
      assertThat(records).isExhausted();
    }

    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(length / 2);
  }

  /** One line of the same letter. */
  private static final class LongLine extends InputStream {
    private long left;

    LongLine(long length) {
      this.left = length;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int read = (int) Math.min(length, left);
      Arrays.fill(target, offset, offset + read, (byte) 'x');
      left -= read;
      return read;
    }
  }
}
