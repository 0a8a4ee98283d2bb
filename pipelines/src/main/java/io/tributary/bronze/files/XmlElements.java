package io.tributary.bronze.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks an XML document to the elements on a path. A document type is refused before any of it is
 * acted on, and with it all that entities can do.
 */
final class XmlElements {
  private final XmlPath path;
  private final Limits limits;
  private final Allowance text;
  private final XMLStreamReader reader;
  private final List<String> open = new ArrayList<>();
  private final Deque<XmlCarried> carried = new ArrayDeque<>();
  private boolean parentSeen;

  XmlElements(InputStream text, XmlPath path, Limits limits) throws IOException {
    this.path = path;
    this.limits = limits;
    this.text = new Allowance(text, limits.recordBytes());
    try {
      this.reader = factory().createXMLStreamReader(this.text, "UTF-8");
    } catch (XMLStreamException e) {
      throw defect(e);
    }
  }

  /** Goes on to the start of the next record; false at the end of the document. */
  boolean next() throws IOException {
    while (true) {
      int event = step();
      if (event == XMLStreamConstants.END_DOCUMENT) {
        return ended();
      }
      if (event == XMLStreamConstants.END_ELEMENT) {
        end();
      } else if (event == XMLStreamConstants.START_ELEMENT && isRecord()) {
        return true;
      }
    }
  }

  /** Opens the element that has just started; one that is a record or a field is not kept open. */
  private boolean isRecord() throws IOException {
    open.add(reader.getLocalName());
    parentSeen |= path.isParent(open);
    if (path.isRecord(open)) {
      open.remove(open.size() - 1);
      parentSeen = true;
      return true;
    }
    if (path.isCarried(open)) {
      carried.push(new XmlCarried(reader, open.size(), limits));
    } else if (isFieldOfCarried()) {
      String field = open.remove(open.size() - 1);
      carried.element().take(field, XmlRecord.read(this, limits));
    }
    return false;
  }

  private boolean isFieldOfCarried() {
    return !carried.isEmpty()
        && carried.element().depth() == open.size() - 1
        && !path.isOnTheWay(open);
  }

  private void end() {
    if (!carried.isEmpty() && carried.element().depth() == open.size()) {
      carried.pop();
    }
    open.remove(open.size() - 1);
  }

  /** Gives the latest record what the open elements around it hand on. */
  void giveCarried(XmlRecord record) throws Unreadable {
    for (XmlCarried element : carried) {
      element.enter(record);
    }
  }

  /** A record's text within the elements it carries, innermost first. */
  String around(String raw) {
    String text = raw;
    for (XmlCarried element : carried) {
      text = element.around(text);
    }
    return text;
  }

  /** Takes the next event; after {@link #next} these are a record's own, up to its end. */
  int step() throws IOException {
    text.renew();
    try {
      int event = reader.next();
      if (event == XMLStreamConstants.DTD) {
        throw new Unreadable(
            Wording.of("a document type (DOCTYPE)%s; deliver XML without one", place()));
      }
      if (event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new Unreadable("an undeclared entity" + place());
      }
      return event;
    } catch (XMLStreamException e) {
      throw defect(e);
    }
  }

  /** Reads over the rest of the record. */
  void skip() throws IOException {
    for (int depth = 1; depth > 0; ) {
      int event = step();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  /** The parser, standing at the latest event. */
  XMLStreamReader reader() {
    return reader;
  }

  String place() {
    var location = reader.getLocation();
    return Wording.of(
        " at line %,d, column %,d", location.getLineNumber(), location.getColumnNumber());
  }

  private boolean ended() throws Unreadable {
    if (!parentSeen) {
      throw new Unreadable(Wording.of("no element at %s; check record", path.text()));
    }
    return false;
  }

  private static Unreadable defect(XMLStreamException e) {
    if (e.getNestedException() instanceof Unreadable unreadable) {
      return unreadable;
    }
    return new Unreadable(
        Wording.of(
            "cut short or not XML at line %,d, column %,d",
            e.getLocation().getLineNumber(), e.getLocation().getColumnNumber()));
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }

  /** Keeps a comment or an attribute without end from filling the memory. */
  private static final class Allowance extends FilterInputStream {
    private final int limit;
    private long left;

    Allowance(InputStream text, int limit) {
      super(text);
      this.limit = limit;
      renew();
    }

    void renew() {
      left = 2L * limit;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (left <= 0) {
        throw new Unreadable(
            Wording.of("an attribute, comment or text of more than %,d bytes", limit));
      }
      int read = super.read(target, offset, length);
      left -= read;
      return read;
    }
  }
}
