package io.tributary.bronze.files;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the bytes of a source's files become records. In YAML it is a kind ({@code format: jsonl}) or
 * a map with these names; what is left out has the usual value.
 *
 * @param record where a document's records are: {@code $.orders[*]} for JSON, {@code list/member}
 *     or {@code /campaigns/campaign} for XML; lines and messages need none
 * @param encoding the charset the source writes; UTF-8 when left out. Of messages in UTF-8 each may
 *     name another for its own text; any other charset is that of the whole file
 * @param csv the layout of a CSV file
 * @param lists XML elements, or headers of messages, that are a list even where one stands alone
 * @param carry XML elements on the way to the record whose attributes and earlier fields each
 *     record carries, under the element's name
 * @param limits what one record or compressed file may take
 */
public record FileFormat(
    Kind kind,
    String record,
    Charset encoding,
    CsvLayout csv,
    Set<String> lists,
    Set<String> carry,
    Limits limits)
    implements Serializable {
  /** The formats that land. */
  public enum Kind {
    /** Rows of cells under a header. */
    CSV,
    /** One JSON object a line. */
    JSONL,
    /** One JSON document with records inside. */
    JSON,
    /** One XML document with records inside. */
    XML,
    /** One message of headers and text, or an mbox of many. */
    MESSAGES;

    /** The kinds as a message lists them. */
    public static String names() {
      return Arrays.stream(values()).map(Kind::lowerCase).collect(Collectors.joining(", "));
    }

    /** The kind as YAML names it. */
    @JsonCreator
    public static Kind of(String name) {
      for (Kind kind : values()) {
        if (kind.lowerCase().equals(name)) {
          return kind;
        }
      }
      throw new IllegalArgumentException("format: found '" + name + "'; allowed are " + names());
    }

    private String lowerCase() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Fills in what is left out and checks that the records can be found. */
  @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
  public FileFormat {
    if (kind == null) {
      throw new IllegalArgumentException("format: kind is missing; one of " + Kind.names());
    }
    encoding = encoding == null ? StandardCharsets.UTF_8 : encoding;
    csv = csv == null ? CsvLayout.RFC_4180 : csv;
    lists = lists == null ? Set.of() : Set.copyOf(lists);
    carry = carry == null ? Set.of() : Set.copyOf(carry);
    limits = limits == null ? Limits.HOUSE : limits;
    if (kind == Kind.JSON) {
      record = record == null ? "$" : record;
      JsonPath.of(record);
    } else if (kind == Kind.XML) {
      XmlPath.of(record).carrying(carry);
    }
  }

  /** A format that needs no options, as YAML names it. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static FileFormat of(String kind) {
    return new FileFormat(Kind.of(kind), null, null, null, null, null, null);
  }

  /** Rows under a header. */
  public static FileFormat csv(CsvLayout layout) {
    return new FileFormat(Kind.CSV, null, null, layout, null, null, null);
  }

  /** One JSON object a line. */
  public static FileFormat jsonLines() {
    return of("jsonl");
  }

  /** One JSON document; {@code record} is the path of its records, {@code $} the whole of it. */
  public static FileFormat json(String record) {
    return new FileFormat(Kind.JSON, record, null, null, null, null, null);
  }

  /** One XML document; {@code record} is the path of its records. */
  public static FileFormat xml(String record, String... lists) {
    return new FileFormat(Kind.XML, record, null, null, Set.of(lists), null, null);
  }

  /** Messages; headers of these fields are lists even where one stands alone. */
  public static FileFormat messages(String... lists) {
    return new FileFormat(Kind.MESSAGES, null, null, null, Set.of(lists), null, null);
  }

  /** This format with elements on the way to the record carried by each record. */
  public FileFormat carrying(String... elements) {
    return new FileFormat(kind, record, encoding, csv, lists, Set.of(elements), limits);
  }

  /** Rows whose header has at least these columns, where the layout names none; else the same. */
  public FileFormat expecting(List<String> columns) {
    return kind != Kind.CSV || csv.headless() || !csv.columns().isEmpty()
        ? this
        : new FileFormat(kind, record, encoding, csv.expecting(columns), lists, carry, limits);
  }

  /** Whether the file's bytes are in the charsets that its records name, each for itself. */
  boolean hasCharsetInRecord() {
    return kind == Kind.MESSAGES && encoding.equals(StandardCharsets.UTF_8);
  }

  /** This format in another charset. */
  public FileFormat encodedIn(Charset other) {
    return new FileFormat(kind, record, other, csv, lists, carry, limits);
  }

  /** This format with other limits. */
  public FileFormat within(Limits other) {
    return new FileFormat(kind, record, encoding, csv, lists, carry, other);
  }

  /** A charset does not serialize; its name does. */
  private Object writeReplace() {
    return new Portable(kind, record, encoding.name(), csv, lists, carry, limits);
  }

  private record Portable(
      Kind kind,
      String record,
      String encoding,
      CsvLayout csv,
      Set<String> lists,
      Set<String> carry,
      Limits limits)
      implements Serializable {
    private Object readResolve() {
      return new FileFormat(kind, record, Charset.forName(encoding), csv, lists, carry, limits);
    }
  }
}
