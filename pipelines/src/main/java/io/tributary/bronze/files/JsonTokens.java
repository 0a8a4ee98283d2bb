package io.tributary.bronze.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;

/** How JSON is taken apart: strictly inside a record, leniently on the way to one. */
final class JsonTokens {
  /** Room to find the end of an element that nests too deep, without room to exhaust memory. */
  private static final int DEEPEST = 100_000;

  private JsonTokens() {}

  /** For the text of one record. */
  static JsonFactory ofRecord(Limits limits) {
    return builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(limits.depth())
                .maxStringLength(limits.recordBytes())
                .build())
        .build();
  }

  /** For a document: what is wrong inside one of its elements is the matter of that element. */
  static JsonFactory ofDocument(Limits limits) {
    return builder()
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxNumberLength(limits.recordBytes())
                .maxStringLength(limits.recordBytes())
                .build())
        .build();
  }

  /** Names come from strangers: they are neither interned nor trusted to hash well. */
  private static JsonFactoryBuilder builder() {
    return (JsonFactoryBuilder)
        JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW);
  }
}
