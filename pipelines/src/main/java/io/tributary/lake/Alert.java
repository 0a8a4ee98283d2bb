package io.tributary.lake;

/** Something the operator must know of, in words and without personal data. */
public record Alert(String subject, String message) {}
