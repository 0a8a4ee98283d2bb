package io.tributary.bronze.files;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/** Collects the cells of a row; an empty cell is text with quotes and null without. */
final class CsvCells extends AbstractBaseCsvCallbackHandler<List<String>> {
  private List<String> cells = new ArrayList<>();

  @Override
  protected void handleBegin(long startingLineNumber) {
    cells = new ArrayList<>();
  }

  @Override
  protected void handleField(int index, char[] text, int offset, int length, boolean quoted) {
    cells.add(length == 0 && !quoted ? null : new String(text, offset, length));
  }

  @Override
  protected List<String> buildRecord() {
    return cells;
  }
}
