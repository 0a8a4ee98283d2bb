package io.tributary.bronze.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.apache.spark.types.variant.Variant;
import org.apache.spark.types.variant.VariantBuilder;
import org.apache.spark.types.variant.VariantSizeLimitException;

/** One XML element as it is read; once it is beyond a limit only its end is looked for. */
final class XmlRecord {
  private final XMLStreamReader reader;
  private final Limits limits;
  private final XmlMarkup markup = new XmlMarkup();
  private final XmlNode root = new XmlNode();
  private final Deque<XmlNode> open = new ArrayDeque<>();
  private int depth;
  private String defect;

  private XmlRecord(XmlElements elements, Limits limits) {
    this.reader = elements.reader();
    this.limits = limits;
  }

  /** Reads the element that has just started to its end. */
  static XmlRecord read(XmlElements elements, Limits limits) throws IOException {
    XmlRecord element = new XmlRecord(elements, limits);
    element.start(element.root);
    while (element.depth > 0) {
      element.take(elements.step());
    }
    return element;
  }

  /** The element's text, cut where there is a defect. */
  String raw() {
    String text = markup.toString();
    return defect == null ? text : RawText.cut(text.getBytes(UTF_8), limits.recordBytes());
  }

  boolean isGood() {
    return defect == null;
  }

  XmlNode node() {
    return root;
  }

  /** The element's content; elements with these names are lists even alone. */
  Variant variant(Set<String> lists) throws Unreadable {
    if (defect != null) {
      throw new Unreadable(defect);
    }
    try {
      VariantBuilder builder = new VariantBuilder(/* allowDuplicateKeys= */ false);
      root.write(builder, lists);
      return builder.result();
    } catch (VariantSizeLimitException e) {
      throw new Unreadable("larger than a variant can be");
    }
  }

  private void take(int event) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT ->
          start(defect == null ? open.element().add(reader.getLocalName()) : root);
      case XMLStreamConstants.END_ELEMENT -> end();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
          characters();
      default -> {}
    }
  }

  private void start(XmlNode node) {
    depth++;
    if (defect == null) {
      open.push(node);
      markup.start(reader);
      node.addAttributes(reader);
      check();
    }
  }

  private void characters() {
    if (defect == null) {
      open.element().append(reader.getText());
      markup.characters(reader.getText());
      check();
    }
  }

  private void end() {
    depth--;
    if (defect == null) {
      markup.end(reader);
      open.pop();
    }
  }

  private void check() {
    if (markup.length() > limits.recordBytes()) {
      defect = Wording.of("longer than the limit of %,d bytes", limits.recordBytes());
    } else if (depth > limits.depth()) {
      defect = Wording.of("nested deeper than %,d levels", limits.depth());
    }
  }
}
