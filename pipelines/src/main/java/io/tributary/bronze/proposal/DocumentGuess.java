package io.tributary.bronze.proposal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tributary.bronze.files.Bytes;
import io.tributary.bronze.files.FileFormat;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Where the records of a JSON or XML document are: what repeats, nearest to the root. */
final class DocumentGuess {
  private static final int DEEPEST = 4;

  private DocumentGuess() {}

  /** Lines when a second value follows the first, else one document. */
  static GuessedFormat json(Bytes bytes, String start) throws IOException {
    Map<String, Integer> lists = new TreeMap<>();
    boolean isLines = false;
    try (InputStream content = GuessedFormat.content(bytes);
        JsonParser parser = new JsonFactory().createParser(content)) {
      Deque<String> path = new ArrayDeque<>();
      path.push("$");
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
        token = parser.nextToken();
        isLines = depth == 0 && token == JsonToken.START_OBJECT;
      }
    }
    if (isLines || (lists.isEmpty() && start.lines().count() == 1 && start.startsWith("{"))) {
      return new GuessedFormat(FileFormat.jsonLines(), "jsonl", isLines ? List.of() : oneLine());
    }
    String record = chosen(lists, "$");
    List<String> doubts = new ArrayList<>();
    if (lists.size() > 1) {
      doubts.add("lists of objects: " + lists.keySet() + "; the one nearest the root is taken");
    } else if (lists.isEmpty()) {
      doubts.add("no list of objects is found, so the whole document is one record");
    }
    return new GuessedFormat(
        FileFormat.json(record), "{kind: json, record: \"" + record + "\"}", doubts);
  }

  private static List<String> oneLine() {
    return List.of("one object on one line: JSON lines are assumed, it may be one document");
  }

  /** The path of the object that has just begun; a list within a list is none of records. */
  private static String place(JsonParser parser) {
    StringBuilder path = new StringBuilder();
    var context = parser.getParsingContext().getParent();
    while (context != null && !context.inRoot()) {
      path.insert(0, context.inArray() ? "[*]" : "." + context.getCurrentName());
      context = context.getParent();
    }
    String found = "$" + path;
    boolean isWithinList = found.indexOf("[*]") < found.length() - 3;
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
