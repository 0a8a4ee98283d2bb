package io.tributary.bronze.files;

import java.io.Serializable;
import java.util.List;

/**
 * What the first pass learns of a file.
 *
 * @param names the names of its columns, where each row does not bring its own; empty otherwise
 * @param defect why the file does not qualify; null when it does
 */
public record FileFacts(String sha256, long bytes, List<String> names, String defect)
    implements Serializable {}
