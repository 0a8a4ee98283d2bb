package io.tributary.bronze.files;

import java.io.IOException;
import java.io.InputStream;

/** Reads the elements on a path of one XML document, each as a record of its own. */
final class XmlDocument implements RecordStream.Reading {
  private final FileFormat format;
  private final XmlElements elements;

  XmlDocument(InputStream text, FileFormat format) throws IOException {
    this.format = format;
    this.elements = new XmlElements(text, XmlPath.of(format), format.limits());
  }

  @Override
  public RawRecord next(long position) throws IOException {
    if (!elements.next()) {
      return null;
    }
    String place = "the element" + elements.place() + ": ";
    XmlRecord record = XmlRecord.read(elements, format.limits());
    try {
      elements.giveCarried(record);
      return RawRecord.good(
          position, elements.around(record.raw()), record.variant(format.lists()));
    } catch (Unreadable e) {
      return RawRecord.bad(position, record.raw(), place + e.getMessage());
    }
  }
}
