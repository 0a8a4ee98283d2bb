package io.tributary.bronze.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The rows of a CSV text, each taken apart on its own. A quote that is not closed rightly spoils
 * the line it opens on and no other: the text is read on from the line below.
 */
final class CsvText {
  private enum Quotes {
    CLOSED,
    OPEN,
    MISPLACED
  }

  private final Lines lines;
  private final CsvLayout layout;
  private final CsvReader.CsvReaderBuilder cells;
  private boolean isSpoilt;

  CsvText(InputStream text, FileFormat format) {
    this.layout = format.csv();
    int limit = format.limits().recordBytes();
    this.lines = new Lines(text, limit);
    this.cells =
        CsvReader.builder()
            .fieldSeparator(layout.delimiter())
            .quoteCharacter(layout.quote())
            .skipEmptyLines(false)
            .maxBufferSize(Math.max(limit, 1 << 10));
  }

  /** Goes on to the next row; empty lines are none. */
  boolean next() throws IOException {
    do {
      if (!lines.next()) {
        return false;
      }
    } while (lines.length() == 0 && !lines.isTooLong());
    isSpoilt = !lines.isTooLong() && !closesQuotes();
    if (isSpoilt) {
      lines.shrink();
    }
    return true;
  }

  long lineNumber() {
    return lines.number();
  }

  /** The row as received. */
  String raw() {
    return lines.raw();
  }

  /** The row's cells; an empty cell without quotes is null. */
  List<String> cells(String raw) throws Unreadable {
    if (lines.isTooLong()) {
      throw new Unreadable(lines.excess());
    }
    if (isSpoilt) {
      throw new Unreadable("a quote is not closed, or text follows a closing quote");
    }
    if (raw.indexOf('\0') >= 0) {
      throw new Unreadable(Wording.of("a NUL byte at character %,d", raw.indexOf('\0')));
    }
    try (var rows = cells.build(new CsvCells(), raw).iterator()) {
      List<String> row = rows.next();
      if (rows.hasNext()) {
        throw new Unreadable("a carriage return outside quotes");
      }
      return row;
    } catch (CsvParseException | IOException e) {
      throw e instanceof Unreadable unreadable ? unreadable : new Unreadable("not a CSV row");
    }
  }

  private boolean closesQuotes() throws IOException {
    Quotes quotes = quotes(0, Quotes.CLOSED);
    while (quotes == Quotes.OPEN) {
      int below = lines.consumed();
      quotes = lines.extend() ? quotes(below, Quotes.OPEN) : Quotes.MISPLACED;
    }
    return quotes == Quotes.CLOSED;
  }

  /** How the quotes stand at the end of the row so far, given how they stood at an offset. */
  private Quotes quotes(int offset, Quotes before) {
    byte[] bytes = lines.bytes();
    int end = lines.start() + lines.length();
    int at = lines.start() + offset;
    boolean open = before == Quotes.OPEN;
    while (at < end) {
      if (!open) {
        open = bytes[at] == layout.quote();
        at = open ? at + 1 : after(bytes, at, end, layout.delimiter());
        continue;
      }
      at = after(bytes, at, end, layout.quote());
      if (at > end) {
        return Quotes.OPEN;
      }
      if (at < end && bytes[at] != layout.quote() && bytes[at] != layout.delimiter()) {
        return Quotes.MISPLACED;
      }
      open = at < end && bytes[at] == layout.quote();
      at++;
    }
    return open ? Quotes.OPEN : Quotes.CLOSED;
  }

  /** The place after the next such character; beyond the end when there is none. */
  private static int after(byte[] bytes, int from, int end, char sought) {
    int at = from;
    while (at < end && bytes[at] != sought) {
      at++;
    }
    return at + 1;
  }
}
