package io.tributary.jobs.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.tributary.bronze.source.Source;

/**
 * An entry of the list of sources: a YAML file or folder of such, or a source written in place.
 *
 * @param path null for a source written in place
 * @param source null for a path
 */
public record SourceEntry(String path, Source source) {
  @JsonCreator
  static SourceEntry at(String path) {
    return new SourceEntry(path, null);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static SourceEntry inPlace(Source source) {
    return new SourceEntry(null, source);
  }
}
