package io.tributary.bronze.files;

import javax.xml.stream.XMLStreamReader;

/** An open element that the records within it carry: its attributes and the fields seen so far. */
final class XmlCarried {
  private final String name;
  private final int depth;
  private final int limit;
  private final XmlNode node = new XmlNode();
  private final XmlMarkup markup = new XmlMarkup();
  private final String end;
  private String defect;

  /** The element that has just started, so many elements deep. */
  XmlCarried(XMLStreamReader element, int depth, Limits limits) {
    this.name = element.getLocalName();
    this.depth = depth;
    this.limit = limits.recordBytes();
    node.addAttributes(element);
    markup.start(element);
    XmlMarkup closing = new XmlMarkup();
    closing.end(element);
    this.end = closing.toString();
    check();
  }

  String name() {
    return name;
  }

  /** How many elements were open when it started, itself among them. */
  int depth() {
    return depth;
  }

  /** Takes a field of the element; beyond the limit of a record none is kept. */
  void take(String field, XmlRecord content) {
    if (defect == null && content.isGood()) {
      markup.markup(content.raw());
      node.add(field, content.node());
      check();
    } else if (defect == null) {
      defect = Wording.of("its <%s> has a <%s> that is too long or too deep", name, field);
    }
  }

  /** Gives a record what it carries. */
  void enter(XmlRecord record) throws Unreadable {
    if (defect != null) {
      throw new Unreadable(defect);
    }
    if (!record.node().addOnly(name, node)) {
      throw new Unreadable(Wording.of("a <%s> within the <%s> that it carries", name, name));
    }
  }

  /** The text of a record within this element. */
  String around(String raw) {
    return defect == null ? markup + raw + end : raw;
  }

  private void check() {
    if (markup.length() > limit) {
      defect = Wording.of("its <%s> is longer than the limit of %,d bytes", name, limit);
    }
  }
}
