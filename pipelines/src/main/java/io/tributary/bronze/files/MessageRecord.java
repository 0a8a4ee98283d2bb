package io.tributary.bronze.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.types.variant.Variant;
import org.apache.spark.types.variant.VariantBuilder;
import org.apache.spark.types.variant.VariantBuilder.FieldEntry;
import org.apache.spark.types.variant.VariantSizeLimitException;

/** A message as an object: each header by its name, and what it says under {@code body}. */
final class MessageRecord {
  private static final String BODY = "body";

  private final VariantBuilder builder = new VariantBuilder(/* allowDuplicateKeys= */ false);
  private final ArrayList<FieldEntry> fields = new ArrayList<>();

  private MessageRecord() {}

  /** The message's content, or what is wrong with it and where. */
  static Variant of(MessageText text, FileFormat format) throws Unreadable {
    text.refuseNul();
    byte[] plain = text.plain();
    Map<String, List<String>> headers = MessageHeaders.of(plain, text.headerLine());
    try {
      String body = MessageBody.of(plain, format);
      return new MessageRecord().object(headers, body, format.lists());
    } catch (Unreadable e) {
      throw MessageText.at(text.line(), e.getMessage());
    } catch (VariantSizeLimitException e) {
      throw MessageText.at(text.line(), "larger than a variant can be");
    }
  }

  private Variant object(Map<String, List<String>> headers, String body, Set<String> lists) {
    headers.forEach(
        (name, values) -> {
          name(name.equals(BODY) ? "header_body" : name);
          if (values.size() > 1 || lists.contains(name)) {
            array(values);
          } else {
            value(values.get(0));
          }
        });
    name(BODY);
    value(body);
    builder.finishWritingObject(0, fields);
    return builder.result();
  }

  private void name(String name) {
    fields.add(new FieldEntry(name, builder.addKey(name), builder.getWritePos()));
  }

  private void array(List<String> values) {
    int start = builder.getWritePos();
    ArrayList<Integer> offsets = new ArrayList<>(values.size());
    for (String value : values) {
      offsets.add(builder.getWritePos() - start);
      value(value);
    }
    builder.finishWritingArray(start, offsets);
  }

  /** Nothing behind a colon is nothing, like an empty cell. */
  private void value(String text) {
    if (text.isEmpty()) {
      builder.appendNull();
    } else {
      builder.appendString(text);
    }
  }
}
