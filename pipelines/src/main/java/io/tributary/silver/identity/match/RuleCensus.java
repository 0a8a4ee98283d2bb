package io.tributary.silver.identity.match;

import io.tributary.models.identity.blocking.Blocking;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a blocking rule brings together.
 *
 * @param blocks blocks of two records or more
 * @param pairs pairs they would make if none was divided
 * @param largest records of the largest
 */
public record RuleCensus(String rule, long blocks, long pairs, long largest)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  static List<RuleCensus> of(Blocking blocking, List<BlockCounts> parts) {
    List<RuleCensus> censuses = new ArrayList<>();
    for (int rule = 0; rule < blocking.rules().size(); rule++) {
      int of = rule;
      censuses.add(
          new RuleCensus(
              blocking.name(rule),
              parts.stream().mapToLong(part -> part.blocks(of)).sum(),
              parts.stream().mapToLong(part -> part.pairs(of)).sum(),
              parts.stream().mapToLong(part -> part.largest(of)).max().orElse(0)));
    }
    return censuses;
  }
}
