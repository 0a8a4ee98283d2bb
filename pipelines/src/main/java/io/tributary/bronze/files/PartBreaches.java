package io.tributary.bronze.files;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.io.MaxHeaderLimitException;
import org.apache.james.mime4j.stream.Event;

/** What stops the reading of a message's parts, though a parser that means well reads over it. */
final class PartBreaches extends DecodeMonitor {
  private static final String END = Event.MIME_BODY_PREMATURE_END.toString();
  private static final String HEADER = Event.INVALID_HEADER.toString();

  @Override
  public boolean warn(String error, String consequence) {
    return error.equals(END) || error.equals(HEADER);
  }

  @Override
  public boolean isListening() {
    return true;
  }

  /** What is wrong with the parts. */
  static String defect(MimeException e) {
    if (e instanceof MaxHeaderLimitException) {
      return Wording.of("more than %,d headers", MessageHeaders.MOST);
    }
    return END.equals(e.getMessage())
        ? "the closing boundary is missing; the message is cut"
        : "its parts cannot be told apart";
  }
}
