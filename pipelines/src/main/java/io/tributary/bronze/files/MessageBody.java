package io.tributary.bronze.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * What a message says: its plain text, in how many parts it may come, else the text of its HTML.
 * Attachments and messages within the message say nothing.
 */
final class MessageBody {
  /** Each level is one more stream that the parts below are read through. */
  private static final int DEEPEST = 100;

  private static final int MOST_PARTS = 1_000;
  private static final MimeConfig CONFIG =
      MimeConfig.custom()
          .setMaxHeaderCount(MessageHeaders.MOST + 1)
          .setMaxLineLen(-1)
          .setMaxContentLen(-1)
          .build();

  private final FileFormat format;
  private final int deepest;
  private final MimeTokenStream parts =
      new MimeTokenStream(CONFIG, new PartBreaches(), new PartHeaders(), null);
  private final StringBuilder plain = new StringBuilder();
  private final StringBuilder html = new StringBuilder();
  private boolean isAttached;
  private boolean isMultipart;
  private int depth;
  private int part;

  private MessageBody(FileFormat format) {
    this.format = format;
    this.deepest = Math.min(DEEPEST, format.limits().depth());
  }

  /** The text with line feeds for line ends and none at its end; empty where nothing is said. */
  static String of(byte[] message, FileFormat format) throws Unreadable {
    MessageBody body = new MessageBody(format);
    body.parts.setRecursionMode(RecursionMode.M_NO_RECURSE);
    body.parts.parse(new ByteArrayInputStream(message));
    try {
      body.read();
    } catch (MimeException e) {
      throw new Unreadable(body.place() + PartBreaches.defect(e));
    } catch (IOException e) {
      throw e instanceof Unreadable unreadable
          ? new Unreadable(body.place() + unreadable.getMessage())
          : new Unreadable(body.place() + "not base64, as it says it is");
    }
    String text = body.plain.toString().isBlank() ? HtmlText.of(body.html) : body.plain.toString();
    return withoutEnd(text.replace("\r\n", "\n"));
  }

  private static String withoutEnd(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '\n') {
      end--;
    }
    return text.substring(0, end);
  }

  private void read() throws IOException, MimeException {
    EntityState state = parts.getState();
    while (state != EntityState.T_END_OF_STREAM) {
      switch (state) {
        case T_START_HEADER -> start();
        case T_FIELD -> field(parts.getField());
        case T_START_MULTIPART -> {
          if (++depth > deepest) {
            throw new Unreadable(Wording.of("parts nested deeper than %,d levels", deepest));
          }
        }
        case T_END_MULTIPART -> depth--;
        case T_BODY -> text();
        default -> {}
      }
      state = parts.next();
    }
  }

  private void start() throws Unreadable {
    isAttached = false;
    isMultipart = false;
    if (++part > MOST_PARTS) {
      throw new Unreadable(Wording.of("more than %,d parts", MOST_PARTS));
    }
  }

  private void field(Field field) {
    String name = field.getNameLowerCase();
    String value = field.getBody().strip().toLowerCase(Locale.ROOT);
    isAttached |= name.equals("content-disposition") && value.startsWith("attachment");
    isMultipart |= name.equals("content-type") && value.startsWith("multipart/");
  }

  private void text() throws IOException {
    if (isMultipart) {
      throw new Unreadable("a multipart that does not name its boundary");
    }
    String type = parts.getBodyDescriptor().getMimeType();
    if (isAttached) {
      return;
    }
    if (type.equals("text/plain")) {
      append(plain);
    } else if (type.equals("text/html") && plain.isEmpty()) {
      append(html);
    }
  }

  private void append(StringBuilder text) throws IOException {
    String more = PartText.of(parts, format);
    boolean isApart = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
    text.append(isApart ? "" : "\n").append(more);
  }

  /** A message of one part is not spoken of as one. */
  private String place() {
    return part > 1 ? "part " + (part - 1) + ": " : "";
  }
}
