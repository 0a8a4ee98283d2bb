package io.tributary.models.identity.cluster;

import java.io.Serializable;

/**
 * Of how many identifiers of a kind nobody has more.
 *
 * @param kind its name
 * @param most how many different ones a person may have
 * @param carriers which records carry which
 * @param isTelling whether equal ones say for sure that two records are one person and others that
 *     they are two, without being compared
 */
public record Limit(String kind, int most, Ties carriers, boolean isTelling)
    implements Serializable {
  private static final long serialVersionUID = 1L;
}
