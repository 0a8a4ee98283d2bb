package io.tributary.sample.world;

import java.time.LocalDateTime;

/** A web shop account opened without an order, in the shop's local time. */
public record SignUp(Brand brand, Mailbox mailbox, LocalDateTime at) {}
