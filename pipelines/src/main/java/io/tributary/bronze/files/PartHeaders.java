package io.tributary.bronze.files;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.DefaultFieldBuilder;
import org.apache.james.mime4j.stream.RawField;

/** The headers that say what a part is; a type of endless parameters says nothing. */
final class PartHeaders extends DefaultFieldBuilder {
  /** The time that Mime4j takes over a type grows with the square of its length. */
  private static final int LONGEST_TYPE = 4_096;

  PartHeaders() {
    super(/* maxlen= */ -1);
  }

  /** The next header; null where a part has none at all, which is no fault of it. */
  @Override
  public RawField build() throws MimeException {
    if (getRaw().isEmpty()) {
      return null;
    }
    RawField field = super.build();
    if (field.getNameLowerCase().equals("content-type") && field.getRaw().length() > LONGEST_TYPE) {
      throw new MimeException("a type too long");
    }
    return field;
  }
}
