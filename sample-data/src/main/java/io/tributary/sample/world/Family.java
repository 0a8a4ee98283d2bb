package io.tributary.sample.world;

import java.util.List;

/** A household's lives and the accounts and list places that grow out of them together. */
public record Family(
    Household household,
    List<Life> lives,
    List<Account> accounts,
    List<Subscription> subscriptions) {}
