package io.tributary.bronze.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The first pass over a landing file: its hash, and whether it can be read to its end. A file that
 * cannot is set aside whole, before any of its records is taken for good.
 */
public final class FileAudit {
  private FileAudit() {}

  /** Reads the file once; throws only when its bytes cannot be had. */
  public static FileFacts of(Bytes bytes, String name, FileFormat format) throws IOException {
    MessageDigest sha256 = sha256();
    try (Delivered delivered = new Delivered(new DigestInputStream(bytes.open(), sha256))) {
      List<String> names = new ArrayList<>();
      String defect = defect(delivered, format, names);
      delivered.drain();
      return new FileFacts(
          HexFormat.of().formatHex(sha256.digest()),
          delivered.count(),
          names,
          defect == null ? null : printable(name) + ": " + defect);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** A file's hash alone. */
  public static String hash(Bytes bytes) throws IOException {
    MessageDigest sha256 = sha256();
    try (InputStream file = new DigestInputStream(bytes.open(), sha256)) {
      file.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  /** The names of a file's columns alone; empty where it has none, or cannot be read any more. */
  public static List<String> names(Bytes bytes, FileFormat format) {
    if (format.kind() != FileFormat.Kind.CSV) {
      return List.of();
    }
    try (Delivered delivered = new Delivered(bytes.open())) {
      return CsvHeader.of(new CsvText(LandingText.of(delivered, format), format), format.csv());
    } catch (IOException e) {
      return List.of();
    }
  }

  private static String defect(Delivered delivered, FileFormat format, List<String> names) {
    try {
      InputStream text = LandingText.of(delivered, format);
      if (delivered.count() == 0) {
        return "empty (0 bytes); have it delivered again";
      }
      read(text, format, names);
      return null;
    } catch (IOException e) {
      return e.getMessage();
    }
  }

  private static void read(InputStream text, FileFormat format, List<String> names)
      throws IOException {
    switch (format.kind()) {
      case CSV -> names.addAll(CsvHeader.of(new CsvText(text, format), format.csv()));
      // Nothing but white space is a day on which nothing happened; its records are read later.
      case JSONL, MESSAGES -> {}
      case JSON -> {
        var elements = new JsonElements(text, JsonPath.of(format.record()), format.limits());
        boolean more;
        do {
          more = elements.next();
        } while (more);
      }
      case XML -> {
        var elements = new XmlElements(text, XmlPath.of(format), format.limits());
        while (elements.next()) {
          elements.skip();
        }
      }
    }
    text.transferTo(OutputStream.nullOutputStream());
  }

  /** A name may hold a line end, which would forge a line of a log. */
  private static String printable(String name) {
    return name.replaceAll("\\p{Cntrl}", "?");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
