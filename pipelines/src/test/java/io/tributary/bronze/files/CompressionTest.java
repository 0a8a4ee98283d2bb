package io.tributary.bronze.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CompressionTest {
  private static final FileFormat JSONL = FileFormat.jsonLines();

  /** Lines that do not compress away. */
  private static byte[] lines(int count) {
    StringBuilder lines = new StringBuilder();
    Random random = new Random(7);
    for (int i = 0; i < count; i++) {
      lines.append("{\"a\":").append(random.nextLong()).append("}\n");
    }
    return lines.toString().getBytes(UTF_8);
  }

  @Test
  void gzipIsKnownByItsBytesAndNotByItsName() {
    byte[] file = Landed.gzip("{\"a\":1}\n{\"a\":2}\n");

    assertThat(Landed.records(JSONL, file)).containsExactly("{\"a\":1}", "{\"a\":2}");
    assertThat(Landed.audit(JSONL, file).bytes()).isEqualTo(file.length);
  }

  @Test
  void plainTextNamedGzipIsPlainText() throws IOException {
    byte[] file = "{\"a\":1}\n".getBytes(UTF_8);

    var facts = FileAudit.of(() -> new ByteArrayInputStream(file), "orders.jsonl.gz", JSONL);

    assertThat(facts.defect()).isNull();
  }

  @Test
  void everyMemberOfAGzipIsRead() {
    byte[] file = Landed.join(Landed.gzip("{\"a\":1}\n"), Landed.gzip("{\"a\":2}\n"));

    assertThat(Landed.records(JSONL, file)).containsExactly("{\"a\":1}", "{\"a\":2}");
  }

  @Test
  void everyMemberIsReadFromAStoreThatNeverKnowsWhatIsAvailable() throws IOException {
    byte[] file = Landed.join(Landed.gzip(lines(5_000)), Landed.gzip(lines(5_000)));
    Bytes trickle =
        () ->
            new InputStream() {
              private int at;

              @Override
              public int read() {
                return at == file.length ? -1 : file[at++] & 0xff;
              }

              @Override
              public int read(byte[] target, int offset, int length) {
                if (at == file.length) {
                  return -1;
                }
                target[offset] = (byte) read();
                return 1;
              }
            };

    try (RecordStream records = RecordStream.open(trickle, JSONL)) {
      assertThat(records).toIterable().hasSize(10_000);
    }
  }

  @Test
  void aTruncatedGzipIsADefectOfTheFile() {
    byte[] whole = Landed.gzip(lines(1_000));
    byte[] half = Arrays.copyOf(whole, whole.length / 2);

    assertThat(Landed.defect(JSONL, half))
        .startsWith("f: the gzip is cut short at byte %,d, after ".formatted(half.length))
        .endsWith("have it delivered again");
  }

  @Test
  void aGzipWithoutItsChecksumIsADefectOfTheFile() {
    byte[] whole = Landed.gzip(lines(10));

    assertThat(Landed.defect(JSONL, Arrays.copyOf(whole, whole.length - 8)))
        .startsWith("f: the gzip is cut short");
    assertThat(Landed.defect(JSONL, Arrays.copyOf(whole, 5)))
        .startsWith("f: the gzip is cut short");
  }

  @Test
  void aGzipThatFailsItsChecksumIsADefectOfTheFile() {
    byte[] file = Landed.gzip(lines(1_000));
    file[file.length - 6] ^= 1;

    assertThat(Landed.defect(JSONL, file)).startsWith("f: the gzip is damaged");
  }

  @Test
  void bytesAfterAGzipAreADefectOfTheFile() {
    byte[] file = Landed.join(Landed.gzip(lines(10)), "garbage".getBytes(UTF_8));

    assertThat(Landed.defect(JSONL, file)).startsWith("f: the gzip is damaged, or other bytes");
  }

  @Test
  void aTruncatedGzipReadAllTheSameEndsWithItsDefect() {
    byte[] whole = Landed.gzip(lines(1_000));

    var records = Landed.raw(JSONL, Arrays.copyOf(whole, whole.length / 2));

    assertThat(records.get(records.size() - 1).defect())
        .startsWith("the file breaks off: the gzip is cut short");
  }

  @Test
  void aBombIsGivenUpByItsRatio() {
    byte[] bomb = Landed.gzip(new byte[32 << 20]);

    assertThat(Landed.defect(JSONL, bomb))
        .startsWith("f: the gzip inflates beyond 250 times its size");
  }

  @Test
  void aBombIsGivenUpByItsSize() {
    var format = JSONL.within(new Limits(null, null, 10_000L, null));

    assertThat(Landed.defect(format, Landed.gzip(lines(1_000))))
        .startsWith("f: the gzip inflates beyond 10,000 bytes");
  }

  @Test
  void aSmallFileMayInflateAThousandfold() {
    byte[] file = Landed.gzip("{\"a\":1}\n".repeat(200_000));

    assertThat(Landed.defect(JSONL, file)).isNull();
  }

  @Test
  void aGzipWithinAGzipIsADefectOfTheFile() {
    assertThat(Landed.defect(JSONL, Landed.gzip(Landed.gzip("{\"a\":1}\n"))))
        .isEqualTo("f: a gzip within a gzip; deliver it compressed once");
  }

  @Test
  void aZipIsADefectOfTheFile() {
    assertThat(Landed.defect(JSONL, "PK\u0003\u0004rest"))
        .isEqualTo("f: a zip archive; deliver its files plain or as gzip");
  }

  @Test
  void aHeaderThatStartsLikeAZipIsNone() {
    assertThat(Landed.records(FileFormat.of("csv"), "PK,a\n1,2\n"))
        .containsExactly("{\"PK\":\"1\",\"a\":\"2\"}");
  }

  @Test
  void anEmptyGzipOfLinesIsADayOnWhichNothingHappened() {
    assertThat(Landed.defect(JSONL, Landed.gzip(""))).isNull();
    assertThat(Landed.records(FileFormat.of("jsonl"), "\n")).isEmpty();
  }
}
