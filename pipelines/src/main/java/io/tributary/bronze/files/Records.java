package io.tributary.bronze.files;

import java.io.IOException;
import java.io.InputStream;

/** The records of one landing file, one after the other. */
public final class Records {
  private Records() {}

  /**
   * Opens a file for its second pass. Bad content never throws: a record that cannot be read comes
   * with its defect, and a file that breaks off ends with a record that says where.
   */
  public static RecordStream open(Bytes bytes, FileFormat format) throws IOException {
    Delivered delivered = new Delivered(bytes.open());
    return new RecordStream(delivered, () -> reading(LandingText.of(delivered, format), format));
  }

  private static RecordStream.Reading reading(InputStream text, FileFormat format)
      throws IOException {
    return switch (format.kind()) {
      case CSV -> new CsvRows(text, format);
      case JSONL -> new JsonLines(text, format.limits());
      case JSON -> new JsonDocument(text, format);
      case XML -> new XmlDocument(text, format);
    };
  }
}
