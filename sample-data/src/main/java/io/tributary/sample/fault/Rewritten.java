package io.tributary.sample.fault;

import io.tributary.sample.landing.Gzip;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPInputStream;

/** A compressed file read record by record while another is written in its place. */
final class Rewritten implements Closeable {
  private final Path landing;
  private final Path path;
  private final Path fresh;
  private final Journal journal;
  private final BufferedReader reader;
  private final BufferedWriter writer;
  private final boolean document;
  private final boolean mbox;
  private String tail = "";
  private String ahead;
  private boolean begun;
  private long line;

  Rewritten(Path landing, Path path, Journal journal) throws IOException {
    this.landing = landing;
    this.path = path;
    this.journal = journal;
    document = path.toString().endsWith(".json.gz");
    mbox = path.toString().endsWith(".mbox.gz");
    fresh = path.resolveSibling(path.getFileName() + ".fresh");
    reader = reader(path);
    var bytes = Gzip.tight(Files.newOutputStream(fresh));
    writer = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    if (document || path.toString().endsWith(".csv.gz")) {
      writer.write(reader.readLine() + "\n");
      line++;
    }
  }

  static BufferedReader reader(Path path) throws IOException {
    InputStream bytes = new GZIPInputStream(Files.newInputStream(path));
    return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
  }

  /** The next record; null after the last. */
  String next() throws IOException {
    if (mbox) {
      return message();
    }
    var text = reader.readLine();
    if (!document || text == null) {
      return text;
    }
    if (text.isEmpty()) {
      return next();
    }
    if (text.startsWith("]")) {
      tail = text;
      return null;
    }
    return text.endsWith(",") ? text.substring(0, text.length() - 1) : text;
  }

  /** Lines down to the next that begins a message. */
  private String message() throws IOException {
    var text = ahead == null ? reader.readLine() : ahead;
    if (text == null) {
      return null;
    }
    var message = new StringBuilder(text);
    ahead = reader.readLine();
    while (ahead != null && !ahead.startsWith("From ")) {
      message.append('\n').append(ahead);
      ahead = reader.readLine();
    }
    return message.toString();
  }

  /** Writes a record. */
  void write(String record) throws IOException {
    if (document) {
      writer.write(begun ? ",\n" + record : record);
    } else {
      writer.write(record + "\n");
    }
    begun = true;
    line += 1 + record.chars().filter(one -> one == '\n').count();
  }

  /** Writes a record that is not as it should be, and says so. */
  void write(String record, Kind kind) throws IOException {
    long first = line + 1;
    write(record);
    journal.record(landing.relativize(path), first, kind);
  }

  @Override
  public void close() throws IOException {
    reader.close();
    if (document) {
      writer.write("\n" + tail + "\n");
    }
    writer.close();
    Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING);
  }
}
