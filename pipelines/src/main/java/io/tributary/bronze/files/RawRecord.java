package io.tributary.bronze.files;

import org.apache.spark.types.variant.Variant;

/**
 * One record as received and, when it can be read, parsed.
 *
 * @param position its place among the file's records, from 0
 * @param raw its text as received; XML is written anew from its parts
 * @param record its content in the one form that all formats share; null when there is a defect
 * @param defect why it cannot be read, by place and never by content; null when it can
 */
public record RawRecord(long position, String raw, Variant record, String defect) {
  static RawRecord good(long position, String raw, Variant record) {
    return new RawRecord(position, raw, record, null);
  }

  static RawRecord bad(long position, String raw, String defect) {
    return new RawRecord(position, raw, null, defect);
  }
}
