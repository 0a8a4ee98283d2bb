package io.tributary.silver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Files that should not have been delivered, by format: three records of which the second is
 * spoiled, or a file that is spoiled as a whole.
 */
final class BadFiles {
  private static final int RANDOM_FILES = 4;

  private final Form form;
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  /** How a format writes records. */
  enum Form {
    CSV("day,channel,cost\n", "2026-06-%02d,search,%s\n", ""),
    JSONL("", "{\"day\":\"2026-06-%02d\",\"channel\":\"search\",\"cost\":%s}\n", ""),
    JSON("{\"rows\":[\n", "{\"day\":\"2026-06-%02d\",\"channel\":\"search\",\"cost\":%s},\n", "]}"),
    XML(
        "<rows>\n",
        "<row><day>2026-06-%02d</day><channel>search</channel><cost>%s</cost></row>\n",
        "</rows>"),
    MESSAGES(
        "",
        "From a@example.com Mon Jun  1 08:00:00 2026\n"
            + "Day: 2026-06-%02d\nChannel: search\nCost: %s\n\nx\n\n",
        "");

    private final String opening;
    private final String record;
    private final String ending;

    Form(String opening, String record, String ending) {
      this.opening = opening;
      this.record = record;
      this.ending = ending;
    }

    String record(int day, String cost) {
      return record.formatted(day, cost);
    }

    /** A good record, something, and another good record. */
    String around(String something) {
      return file(record(1, "1.50") + something + record(3, "2.50"));
    }

    private String file(String records) {
      String all = this == JSON ? records.replaceFirst(",\n$", "\n") : records;
      return opening + all + ending;
    }
  }

  private BadFiles(Form form) {
    this.form = form;
  }

  /** Each file by a name that says what is wrong with it. */
  static Map<String, byte[]> of(Form form) {
    BadFiles bad = new BadFiles(form);
    bad.values();
    bad.bytes();
    bad.compressed();
    bad.strangers();
    BadRecords.of(form)
        .forEach((name, text) -> bad.files.put(name, form.around(text).getBytes(UTF_8)));
    BadRecords.documents(form).forEach((name, text) -> bad.files.put(name, text.getBytes(UTF_8)));
    return bad.files;
  }

  private String good() {
    return form.around(form.record(2, "2.00"));
  }

  /** Values that are well written and cannot be right. */
  private void values() {
    BadRecords.VALUES.forEach(
        (name, value) ->
            files.put("value " + name, form.around(form.record(2, quoted(value))).getBytes(UTF_8)));
  }

  private String quoted(String value) {
    return form == Form.JSONL || form == Form.JSON ? "\"" + value + "\"" : value;
  }

  private void bytes() {
    byte[] good = good().getBytes(UTF_8);
    files.put("empty", new byte[0]);
    files.put("utf-16 with a mark", join(new byte[] {-1, -2}, good().getBytes(UTF_16LE)));
    files.put("utf-16 without a mark", good().getBytes(UTF_16LE));
    files.put("latin-1", good().replace("search", "s\u00e9arch").getBytes(ISO_8859_1));
    files.put("overlong utf-8", spoilt(good, new byte[] {(byte) 0xC0, (byte) 0xAF}));
    files.put("half a character", spoilt(good, new byte[] {(byte) 0xE2, (byte) 0x82}));
    files.put("a surrogate as utf-8", spoilt(good, new byte[] {-19, -96, -128}));
    files.put("beyond unicode", spoilt(good, new byte[] {-12, -112, -128, -128}));
    files.put("nothing but NUL", new byte[4096]);
    Random random = new Random(form.opening.hashCode());
    for (int i = 0; i < RANDOM_FILES; i++) {
      byte[] noise = new byte[2000];
      random.nextBytes(noise);
      files.put("noise " + i, noise);
    }
  }

  private void compressed() {
    byte[] gzip = gzip(good().getBytes(UTF_8));
    for (int part = 1; part <= 3; part++) {
      files.put("gzip cut at " + part + " of 4", Arrays.copyOf(gzip, gzip.length * part / 4));
    }
    byte[] wrongSum = gzip.clone();
    wrongSum[wrongSum.length - 6] ^= 1;
    files.put("gzip with a wrong sum", wrongSum);
    byte[] wrongBlock = gzip.clone();
    wrongBlock[12] ^= 127;
    files.put("gzip with a broken block", wrongBlock);
    files.put("gzip and rubbish", join(gzip, "rubbish".getBytes(UTF_8)));
    files.put("gzip in gzip", gzip(gzip));
    files.put("a bomb", gzip(new byte[8 << 20]));
    files.put("a zip", zip());
  }

  /** What a server, a person or a shop's tool sends instead of data. */
  private void strangers() {
    files.put(
        "an error page",
        "<!DOCTYPE html><html><body>502 Bad Gateway</body></html>".getBytes(UTF_8));
    files.put("an apology", "Access denied. Your token has expired.\n".getBytes(UTF_8));
    files.put("a pdf", join("%PDF-1.7\n".getBytes(UTF_8), new byte[] {-30, -29, -49, -45, 10}));
    files.put("a picture", new byte[] {-119, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
    files.put("parquet", join("PAR1".getBytes(UTF_8), new byte[] {21, 4, 21, -128, 0, 76}));
  }

  /** Puts bytes into the middle record's text. */
  private static byte[] spoilt(byte[] good, byte[] more) {
    int at = new String(good, UTF_8).lastIndexOf("search") - 1;
    at = new String(good, UTF_8).lastIndexOf("search", at) + 2;
    return join(Arrays.copyOf(good, at), more, Arrays.copyOfRange(good, at, good.length));
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }

  private byte[] zip() {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(compressed)) {
      zip.putNextEntry(new ZipEntry("export"));
      zip.write(good().getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }
}
