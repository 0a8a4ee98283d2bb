package io.tributary.sample.world;

import java.util.Optional;

/**
 * What was entered when a web order was placed. Guests have no account mailbox, and their e-mail
 * and name are as they typed them.
 */
public record Checkout(
    String sourceName, Optional<Mailbox> account, String email, Name recipient, boolean test) {}
