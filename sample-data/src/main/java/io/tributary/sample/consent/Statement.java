package io.tributary.sample.consent;

import io.tributary.sample.world.Brand;
import java.time.LocalDateTime;

/** What someone told a brand somewhere about one purpose and channel; the time is UTC. */
public record Statement(
    long person,
    Brand brand,
    String subjectType,
    String subject,
    String purpose,
    String channel,
    String source,
    boolean granted,
    LocalDateTime at) {}
