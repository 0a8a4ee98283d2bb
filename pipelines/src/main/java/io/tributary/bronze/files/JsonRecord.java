package io.tributary.bronze.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import org.apache.spark.SparkRuntimeException;
import org.apache.spark.types.variant.Variant;
import org.apache.spark.types.variant.VariantSizeLimitException;

/** Turns the text of one JSON object into a variant, or says where it is at fault. */
final class JsonRecord {
  private final Limits limits;
  private final JsonFactory factory;

  JsonRecord(Limits limits) {
    this.limits = limits;
    this.factory = JsonTokens.ofRecord(limits);
  }

  Variant parse(byte[] text, int start, int length) throws Unreadable {
    refuseNul(text, start, length);
    try (JsonParser parser = factory.createParser(text, start, length)) {
      return parse(parser);
    } catch (Unreadable e) {
      throw e;
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot fail to be read", e);
    }
  }

  private Variant parse(JsonParser parser) throws IOException {
    try {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new Unreadable("not a JSON object");
      }
      Variant variant = JsonVariant.of(parser);
      if (parser.nextToken() != null) {
        throw new Unreadable("more text follows the object" + place(parser));
      }
      return variant;
    } catch (StreamConstraintsException e) {
      throw new Unreadable(beyond(parser) + place(parser));
    } catch (JsonEOFException e) {
      throw new Unreadable("the JSON ends early" + place(parser));
    } catch (Unreadable e) {
      throw e;
    } catch (IOException e) {
      throw new Unreadable("not JSON" + place(parser));
    } catch (SparkRuntimeException e) {
      throw new Unreadable("a key occurs twice in the object that ends" + place(parser));
    } catch (VariantSizeLimitException e) {
      throw new Unreadable("larger than a variant can be");
    }
  }

  private String beyond(JsonParser parser) {
    return parser.getParsingContext().getNestingDepth() > limits.depth()
        ? Wording.of("nested deeper than %,d levels", limits.depth())
        : "a number or a key is too long";
  }

  private static String place(JsonParser parser) {
    return Wording.of(" at byte %,d of the record", parser.currentLocation().getByteOffset());
  }

  /** Jackson takes text that starts with NUL for UTF-16; elsewhere it refuses NUL itself. */
  private static void refuseNul(byte[] text, int start, int length) throws Unreadable {
    for (int i = 0; i < Math.min(length, 4); i++) {
      if (text[start + i] == 0) {
        throw new Unreadable(Wording.of("a NUL byte at byte %,d of the record", i));
      }
    }
  }
}
