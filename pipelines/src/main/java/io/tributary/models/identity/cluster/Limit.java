package io.tributary.models.identity.cluster;

import java.io.Serializable;

/**
 * Of how many identifiers of a kind nobody has more.
 *
 * @param kind its name
 * @param most how many different ones a person may have
 * @param carriers which records carry which
 */
public record Limit(String kind, int most, Ties carriers) implements Serializable {
  private static final long serialVersionUID = 1L;
}
