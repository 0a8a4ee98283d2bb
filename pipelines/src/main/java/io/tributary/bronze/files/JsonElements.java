package io.tributary.bronze.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Walks a JSON document to the elements on a path and gives each one's own text. It sees only where
 * elements begin and end; what is wrong inside one is the matter of that one.
 */
final class JsonElements {
  private final JsonPath path;
  private final Tape tape;
  private final JsonParser parser;
  private final boolean[] found;
  private int level;
  private boolean rootSeen;
  private int heldLevel = -1;
  private long heldFrom;
  private Tape.Piece piece;
  private String missing;

  JsonElements(InputStream text, JsonPath path, Limits limits) throws IOException {
    this.path = path;
    this.found = new boolean[path.length() + 1];
    this.tape = new Tape(text, limits.recordBytes());
    this.parser = JsonTokens.ofDocument(limits).createParser(tape);
    if (parser.currentLocation().getByteOffset() < 0) {
      throw new Unreadable("not JSON in UTF-8: it starts with NUL bytes; set encoding");
    }
  }

  /** Goes on to the next element; false at the end of the document. */
  boolean next() throws IOException {
    try {
      return advance();
    } catch (StreamConstraintsException e) {
      throw new Unreadable("the JSON nests too deep or has too long a key" + place());
    } catch (JsonEOFException e) {
      throw new Unreadable("the document ends early" + place() + "; have it delivered again");
    } catch (Unreadable e) {
      throw e;
    } catch (IOException e) {
      throw new Unreadable("not JSON" + place());
    }
  }

  /** The element's text. */
  Tape.Piece piece() {
    return piece;
  }

  /** What the element lacks on the way to its record; null when the record is there. */
  String missing() {
    return missing;
  }

  private boolean advance() throws IOException {
    while (true) {
      markFrom(parser.currentLocation().getByteOffset());
      JsonToken token = parser.nextToken();
      if (token == null) {
        return ended();
      }
      boolean hasElement = false;
      if (token.isStructEnd()) {
        hasElement = closed();
      } else if (token != JsonToken.FIELD_NAME) {
        hasElement = valued(token);
      }
      if (hasElement) {
        return true;
      }
    }
  }

  private boolean ended() throws Unreadable {
    if (!rootSeen) {
      throw new Unreadable("holds no JSON; if nothing is meant, deliver an empty list");
    }
    return false;
  }

  private boolean valued(JsonToken token) throws IOException {
    if (level == 0 && rootSeen) {
      throw new Unreadable(
          Wording.of(
              "more text follows the document%s; if each line is a record, set format: jsonl",
              place()));
    }
    rootSeen = true;
    if (!isOnPath()) {
      skip();
      return false;
    }
    found[level] = true;
    if (level == path.length()) {
      take(null);
      return true;
    }
    boolean each = path.step(level).isEach();
    if (token == (each ? JsonToken.START_ARRAY : JsonToken.START_OBJECT)) {
      open();
      return false;
    }
    String lack = Wording.of("%s is not %s", path.upTo(level), each ? "a list" : "an object");
    refuseOutsideEach(lack);
    take(lack);
    return true;
  }

  private boolean isOnPath() throws IOException {
    return level == 0
        || path.step(level - 1).isEach()
        || path.step(level - 1).name().equals(parser.currentName());
  }

  /** An element is held until it is sure to have its record, to be shown if it has none. */
  private void open() {
    if (path.step(level).isEach()) {
      heldLevel = -1;
    } else if (level > 0 && path.step(level - 1).isEach()) {
      heldLevel = level;
      heldFrom = parser.currentTokenLocation().getByteOffset();
      tape.mark(heldFrom);
    }
    level++;
    found[level] = false;
  }

  /** A container on the path ends; without the member that the path names it is an element too. */
  private boolean closed() throws IOException {
    boolean lacks = !path.step(level - 1).isEach() && !found[level];
    String lack = lacks ? path.upTo(level) + " is missing" : null;
    level--;
    if (lacks) {
      refuseOutsideEach(lack);
      long from = heldLevel >= 0 ? heldFrom : parser.currentTokenLocation().getByteOffset();
      piece = tape.piece(from, parser.currentLocation().getByteOffset());
      missing = lack;
    }
    if (level == heldLevel) {
      heldLevel = -1;
    }
    return lacks;
  }

  private void take(String lack) throws IOException {
    long from = parser.currentTokenLocation().getByteOffset();
    markFrom(from);
    parser.skipChildren();
    parser.finishToken();
    piece = tape.piece(from, parser.currentLocation().getByteOffset());
    missing = lack;
  }

  /** What lies beside the path is read over and not kept, unless inside an element. */
  private void skip() throws IOException {
    if (heldLevel < 0) {
      tape.release();
    }
    parser.skipChildren();
    parser.finishToken();
  }

  private void markFrom(long offset) {
    if (heldLevel < 0) {
      tape.mark(offset);
    }
  }

  private void refuseOutsideEach(String lack) throws Unreadable {
    if (!path.isInsideEach(level)) {
      throw new Unreadable(lack + place() + "; check record: " + path.text());
    }
  }

  private String place() {
    var location = parser.currentLocation();
    return Wording.of(" at line %,d, column %,d", location.getLineNr(), location.getColumnNr());
  }
}
