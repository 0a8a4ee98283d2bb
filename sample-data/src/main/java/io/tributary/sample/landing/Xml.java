package io.tributary.sample.landing;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes one XML element, or the beginning of one. */
public final class Xml {
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newInstance();

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter writer;

  /** Begins with nothing. */
  public Xml() {
    try {
      writer = FACTORY.createXMLStreamWriter(text);
    } catch (XMLStreamException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private interface Step {
    void write() throws XMLStreamException;
  }

  private Xml step(Step step) {
    try {
      step.write();
      return this;
    } catch (XMLStreamException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Opens an element. */
  public Xml open(String name) {
    return step(() -> writer.writeStartElement(name));
  }

  /** Adds an attribute to the element just opened. */
  public Xml attribute(String name, Object value) {
    return step(() -> writer.writeAttribute(name, value.toString()));
  }

  /** Adds an element that holds text. */
  public Xml element(String name, Object value) {
    return step(
        () -> {
          writer.writeStartElement(name);
          writer.writeCharacters(value.toString());
          writer.writeEndElement();
        });
  }

  /** Closes the element opened last. */
  public Xml close() {
    return step(writer::writeEndElement);
  }

  /** What has been written, on a line of its own. */
  public String line() {
    step(() -> writer.writeCharacters("\n"));
    step(writer::flush);
    return text.toString();
  }
}
