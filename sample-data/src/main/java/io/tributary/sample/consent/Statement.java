package io.tributary.sample.consent;

import io.tributary.sample.world.Brand;
import io.tributary.sample.world.Person;
import java.time.LocalDateTime;

/** What someone told a brand somewhere about one purpose and channel; the time is UTC. */
public record Statement(
    Person person,
    Brand brand,
    String subject,
    String purpose,
    String channel,
    String source,
    boolean granted,
    LocalDateTime at) {}
