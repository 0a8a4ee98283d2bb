package io.tributary.sample.world;

/** An e-mail address, the person it belongs to, and which of their addresses it is. */
public record Mailbox(String address, long owner, int slot) {}
