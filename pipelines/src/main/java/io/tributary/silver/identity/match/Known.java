package io.tributary.silver.identity.match;

import io.tributary.models.identity.cluster.Limit;
import io.tributary.models.identity.cluster.Ties;
import io.tributary.models.identity.review.Decisions;
import java.io.Serializable;
import java.util.List;

/**
 * What is known of who is who before anything is compared.
 *
 * @param ties records that carry the same proven identifier
 * @param limits identifiers of which nobody has more than some
 * @param decisions what somebody decided
 */
public record Known(Ties ties, List<Limit> limits, Decisions decisions) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Nothing is known. */
  public static final Known NOTHING = new Known(Ties.NONE, List.of(), Decisions.NONE);

  public Known {
    limits = List.copyOf(limits);
  }
}
