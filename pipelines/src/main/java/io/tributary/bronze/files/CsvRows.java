package io.tributary.bronze.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.types.variant.Variant;
import org.apache.spark.types.variant.VariantBuilder;
import org.apache.spark.types.variant.VariantBuilder.FieldEntry;
import org.apache.spark.types.variant.VariantSizeLimitException;

/** Reads the rows of a CSV file as objects of text, keyed by the header's names. */
final class CsvRows implements RecordStream.Reading {
  private final CsvText text;
  private final List<String> names;

  CsvRows(InputStream text, FileFormat format) throws IOException {
    this.text = new CsvText(text, format);
    this.names = CsvHeader.of(this.text, format.csv());
  }

  @Override
  public RawRecord next(long position) throws IOException {
    if (!text.next()) {
      return null;
    }
    String raw = text.raw();
    try {
      return RawRecord.good(position, raw, row(text.cells(raw)));
    } catch (Unreadable e) {
      return RawRecord.bad(position, raw, "line " + text.lineNumber() + ": " + e.getMessage());
    }
  }

  private Variant row(List<String> cells) throws Unreadable {
    if (cells.size() != names.size()) {
      throw new Unreadable(
          Wording.of(
              "%,d cells under %,d names; look for a delimiter or a line end without quotes",
              cells.size(), names.size()));
    }
    try {
      return object(cells);
    } catch (VariantSizeLimitException e) {
      throw new Unreadable("larger than a variant can be");
    }
  }

  private Variant object(List<String> cells) {
    VariantBuilder builder = new VariantBuilder(/* allowDuplicateKeys= */ false);
    ArrayList<FieldEntry> fields = new ArrayList<>(cells.size());
    for (int i = 0; i < cells.size(); i++) {
      String name = names.get(i);
      fields.add(new FieldEntry(name, builder.addKey(name), builder.getWritePos()));
      if (cells.get(i) == null) {
        builder.appendNull();
      } else {
        builder.appendString(cells.get(i));
      }
    }
    builder.finishWritingObject(0, fields);
    return builder.result();
  }
}
