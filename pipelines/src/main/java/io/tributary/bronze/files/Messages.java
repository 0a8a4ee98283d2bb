package io.tributary.bronze.files;

import java.io.IOException;
import java.io.InputStream;

/** Reads messages of headers, an empty line and a text: one a file, or those of an mbox. */
final class Messages implements RecordStream.Reading {
  private final FileFormat format;
  private final Mbox mbox;

  Messages(InputStream text, FileFormat format) {
    this.format = format;
    this.mbox = new Mbox(text, format.limits().recordBytes());
  }

  @Override
  public RawRecord next(long position) throws IOException {
    if (!mbox.next()) {
      return null;
    }
    byte[] received = mbox.received();
    if (mbox.isTooLong()) {
      String beginning = RawText.cut(received, format.limits().recordBytes());
      return RawRecord.bad(position, beginning, "line " + mbox.line() + ": " + mbox.excess());
    }
    MessageText text =
        mbox.isBelowFrom()
            ? MessageText.inMbox(received, mbox.line())
            : MessageText.alone(received, mbox.line());
    try {
      return RawRecord.good(position, text.asReceived(), MessageRecord.of(text, format));
    } catch (Unreadable e) {
      return RawRecord.bad(position, text.asReceived(), e.getMessage());
    }
  }
}
