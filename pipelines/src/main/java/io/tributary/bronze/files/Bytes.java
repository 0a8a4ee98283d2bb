package io.tributary.bronze.files;

import java.io.IOException;
import java.io.InputStream;

/** Where the bytes of one landing file come from; opened once for each pass over the file. */
@FunctionalInterface
public interface Bytes {
  /** Opens the file at its first byte, as delivered. */
  InputStream open() throws IOException;
}
