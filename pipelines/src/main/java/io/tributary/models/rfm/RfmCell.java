package io.tributary.models.rfm;

import java.util.ArrayList;
import java.util.List;

/** All that decides a buyer's segment: newness and the three levels. */
public record RfmCell(boolean isNew, Level recency, Level frequency, Level monetary) {

  /** Every cell there is: 2 x 3 x 3 x 3. */
  public static List<RfmCell> all() {
    List<RfmCell> cells = new ArrayList<>();
    for (boolean isNew : new boolean[] {true, false}) {
      for (Level recency : Level.values()) {
        for (Level frequency : Level.values()) {
          for (Level monetary : Level.values()) {
            cells.add(new RfmCell(isNew, recency, frequency, monetary));
          }
        }
      }
    }
    return List.copyOf(cells);
  }

  @Override
  public String toString() {
    return "%s with recency %s, frequency %s, monetary %s"
        .formatted(isNew ? "new" : "not new", recency.text(), frequency.text(), monetary.text());
  }
}
