package io.tributary.sample.journey;

import io.tributary.sample.retail.Retailer;
import java.util.List;

/** A click on "find a retailer", which leads away to one. */
public final class ClickOut {
  /** The name of the step. */
  public static final String STEP = "find_retailer";

  private ClickOut() {}

  /** The retailer someone went to on a visit. */
  public static Retailer retailer(Session session) {
    var retailers = List.of(Retailer.values());
    return retailers.get((int) (session.id() % retailers.size()));
  }
}
