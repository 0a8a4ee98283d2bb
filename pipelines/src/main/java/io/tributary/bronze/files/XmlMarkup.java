package io.tributary.bronze.files;

import javax.xml.stream.XMLStreamReader;

/**
 * Writes an element anew from a parser's events, for a parser does not say where in the file it
 * stands. Comments are gone, CDATA is plain text, and an empty element has two tags.
 */
final class XmlMarkup {
  private final StringBuilder text = new StringBuilder();

  int length() {
    return text.length();
  }

  void start(XMLStreamReader element) {
    text.append('<').append(name(element.getPrefix(), element.getLocalName()));
    for (int i = 0; i < element.getNamespaceCount(); i++) {
      String prefix = element.getNamespacePrefix(i);
      attribute(prefix == null ? "xmlns" : "xmlns:" + prefix, element.getNamespaceURI(i));
    }
    for (int i = 0; i < element.getAttributeCount(); i++) {
      attribute(
          name(element.getAttributePrefix(i), element.getAttributeLocalName(i)),
          element.getAttributeValue(i));
    }
    text.append('>');
  }

  /** Takes over what was written as markup before. */
  void markup(String written) {
    text.append(written);
  }

  void characters(String characters) {
    escape(characters, "");
  }

  void end(XMLStreamReader element) {
    text.append("</").append(name(element.getPrefix(), element.getLocalName())).append('>');
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private void attribute(String name, String value) {
    text.append(' ').append(name).append("=\"");
    escape(value == null ? "" : value, "\"\t\n");
    text.append('"');
  }

  private void escape(String characters, String also) {
    for (int i = 0; i < characters.length(); i++) {
      char character = characters.charAt(i);
      if ("&<>\r".indexOf(character) >= 0 || also.indexOf(character) >= 0) {
        text.append("&#").append((int) character).append(';');
      } else {
        text.append(character);
      }
    }
  }

  private static String name(String prefix, String localName) {
    return prefix == null || prefix.isEmpty() ? localName : prefix + ":" + localName;
  }
}
