package io.tributary.bronze.proposal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tributary.bronze.files.Bytes;
import io.tributary.bronze.files.FileFormat;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Where the records of a JSON or XML document are: what repeats, nearest to the root, or the one
 * object that has an id.
 */
final class DocumentGuess {
  private static final int DEEPEST = 4;

  /** More objects in a list than one record is likely to have. */
  private static final int PARTS = 25;

  private DocumentGuess() {}

  /** Lines when a second value follows the first, else one document. */
  static GuessedFormat json(Bytes bytes, String start) throws IOException {
    Map<String, Integer> lists = new TreeMap<>();
    Set<String> named = new TreeSet<>();
    boolean isLines = false;
    try (InputStream content = GuessedFormat.content(bytes);
        JsonParser parser = new JsonFactory().createParser(content)) {
      int depth = 0;
      JsonToken token = parser.nextToken();
      while (token != null && !isLines) {
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (token == JsonToken.START_OBJECT && depth <= DEEPEST) {
          String at = place(parser);
          if (at.endsWith("[*]")) {
            lists.merge(at, 1, Integer::sum);
          }
        }
        if (token == JsonToken.FIELD_NAME
            && depth <= DEEPEST
            && parser.currentName().equals("id")) {
          String at = place(parser);
          if (!at.isEmpty() && !at.endsWith("[*]")) {
            named.add(at);
          }
        }
        token = parser.nextToken();
        isLines = depth == 0 && token == JsonToken.START_OBJECT;
      }
    }
    return isLines
        ? new GuessedFormat(FileFormat.jsonLines(), "jsonl", List.of())
        : document(start, lists, whole(named, lists));
  }

  /**
   * An object with an id of its own is a record, and its few objects in lists are parts of it; null
   * where there is none. An envelope with an id holds many.
   */
  private static String whole(Set<String> named, Map<String, Integer> lists) {
    return named.stream()
        .filter(at -> named.stream().allMatch(other -> (other + ".").startsWith(at + ".")))
        .filter(
            at ->
                lists.entrySet().stream()
                    .allMatch(
                        list -> list.getKey().startsWith(at + ".") && list.getValue() <= PARTS))
        .findFirst()
        .orElse(null);
  }

  private static GuessedFormat document(String start, Map<String, Integer> lists, String whole) {
    boolean isObjectOnALine = start.startsWith("{") && start.lines().count() == 1;
    if (isObjectOnALine && (lists.isEmpty() || "$".equals(whole))) {
      return new GuessedFormat(FileFormat.jsonLines(), "jsonl", oneLine());
    }
    String record = whole == null ? chosen(lists, "$") : whole;
    List<String> doubts = new ArrayList<>();
    if (whole != null) {
      doubts.add(
          "%s has an id, so it is taken for one record%s"
              .formatted(whole, lists.isEmpty() ? "" : " and lists for parts: " + lists.keySet()));
    } else if (lists.size() > 1) {
      doubts.add(
          "lists of objects: "
              + lists.keySet()
              + "; of those nearest the root the longest is taken");
    } else if (lists.isEmpty()) {
      doubts.add("no list of objects is found, so the whole document is one record");
    }
    return new GuessedFormat(
        FileFormat.json(record), "{kind: json, record: \"" + record + "\"}", doubts);
  }

  private static List<String> oneLine() {
    return List.of("one object on one line: JSON lines are assumed, it may be one document");
  }

  /** The path of the object that is being read; a list within a list is none of records. */
  private static String place(JsonParser parser) {
    StringBuilder path = new StringBuilder();
    var context = parser.getParsingContext().getParent();
    while (context != null && !context.inRoot()) {
      path.insert(0, context.inArray() ? "[*]" : "." + context.getCurrentName());
      context = context.getParent();
    }
    String found = "$" + path;
    boolean isWithinList = found.contains("[*]") && found.indexOf("[*]") < found.length() - 3;
    return isWithinList ? "" : found;
  }

  static GuessedFormat xml(Bytes bytes) throws IOException {
    Map<String, Integer> elements = new TreeMap<>();
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    List<String> path = new ArrayList<>();
    try (InputStream content = GuessedFormat.content(bytes)) {
      XMLStreamReader reader = factory.createXMLStreamReader(content);
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          path.add(reader.getLocalName());
          if (path.size() > 1 && path.size() <= DEEPEST) {
            elements.merge("/" + String.join("/", path), 1, Integer::sum);
          }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          path.remove(path.size() - 1);
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException("it is no well-formed XML: " + e.getMessage(), e);
    }
    elements.values().removeIf(count -> count < 2);
    String record = chosen(elements, "/" + String.join("/", path));
    return new GuessedFormat(
        FileFormat.xml(record),
        "{kind: xml, record: " + record + "}",
        List.of(
            "elements that are a list even where one stands alone belong into 'lists:'; those"
                + " that repeat: "
                + elements.keySet()));
  }

  /** The nearest to the root; of several, the one with most records. */
  private static String chosen(Map<String, Integer> counted, String otherwise) {
    return counted.entrySet().stream()
        .min(
            Comparator.comparing(
                    (Map.Entry<String, Integer> one) -> one.getKey().split("[./]").length)
                .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse(otherwise);
  }
}
