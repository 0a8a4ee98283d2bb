package io.tributary.silver.identity.match;

import io.tributary.models.identity.Hash;
import io.tributary.models.identity.calibration.CalibrationMap;
import io.tributary.models.identity.cluster.Limit;
import io.tributary.models.identity.cluster.LinkedRecords;
import io.tributary.models.identity.review.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells whether records that hang together are those that did, with the same bonds. It is a sum
 * over them, so that it does not depend on their order.
 */
final class Fingerprint {
  private Fingerprint() {}

  /**
   * What a record adds.
   *
   * @param ties the proven identifiers that it shares
   * @param limited what it holds of which nobody has many
   */
  static long of(long id, long[] ties, long[] limited) {
    long hash = Hash.mixed(id);
    for (long value : ties) {
      hash = Hash.mixed(hash + value);
    }
    hash = Hash.mixed(hash + ties.length);
    for (long value : limited) {
      hash = Hash.mixed(hash + value);
    }
    return hash;
  }

  /** What probabilities are corrected by adds. */
  static long of(CalibrationMap calibration) {
    return Hash.of(calibration.toString());
  }

  /** What a decision adds. */
  static long of(Decision decision) {
    long pair = Hash.with(Hash.of(decision.one()), decision.other());
    return Hash.mixed(pair + (decision.isSame() ? 1 : 2));
  }

  /** The places of limits, each followed by a value that the record has of its kind. */
  static long[] limited(long id, List<Limit> limits) {
    List<Long> limited = new ArrayList<>();
    for (int place = 0; place < limits.size(); place++) {
      for (long value : limits.get(place).carriers().values(id)) {
        limited.add((long) place);
        limited.add(value);
      }
    }
    return limited.stream().mapToLong(Long::longValue).toArray();
  }

  /** For each component, by its smallest record, its fingerprint. */
  static Map<Long, Long> all(LinkedRecords linked, Known known, CalibrationMap calibration) {
    Map<Long, Long> all = new HashMap<>(linked.size());
    long corrected = of(calibration);
    linked.forEach((id, component) -> all.put(component, corrected));
    linked.forEach(
        (id, component) ->
            all.merge(
                component,
                of(id, known.ties().values(id), limited(id, known.limits())),
                Long::sum));
    for (List<Decision> decisions :
        List.of(
            List.copyOf(known.decisions().same()), List.copyOf(known.decisions().different()))) {
      for (Decision decision : decisions) {
        long component = linked.smallest(Hash.of(decision.one()));
        if (all.containsKey(component) && component == linked.smallest(Hash.of(decision.other()))) {
          all.merge(component, of(decision), Long::sum);
        }
      }
    }
    return all;
  }
}
