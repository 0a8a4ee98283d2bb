package io.tributary.bronze.files;

import java.io.Serializable;

/** What the first pass learns of a file; {@code defect} is null when the file qualifies. */
public record FileFacts(String sha256, long bytes, String defect) implements Serializable {}
