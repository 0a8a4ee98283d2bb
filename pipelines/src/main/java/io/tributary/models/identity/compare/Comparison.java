package io.tributary.models.identity.compare;

import java.io.Serializable;
import java.util.List;

/** How values of one kind are standardised, compared in levels, and made keys of blocks. */
public interface Comparison extends Serializable {
  /** One way of writing the value that a record's columns give together; empty when none. */
  String standardise(List<String> columns);

  /** The levels below equality, the least alike first. */
  List<String> levels();

  /** The place in {@link #levels} of two values that differ. */
  int level(Value one, Value other);

  /** The forms of a value that can serve as keys of blocks, besides the whole value. */
  default List<String> forms() {
    return List.of();
  }

  /** The keys of a value in one of its {@link #forms}; none when the value has none. */
  default List<String> keys(String text, String form) {
    return List.of();
  }

  /**
   * Whether the value tells apart people who share a home, as a given name does and an address does
   * not.
   */
  default boolean isPersonal() {
    return false;
  }

  /**
   * Whether values as unlike as can be tell apart even those who have all else in common: twins, or
   * a father and a son of one name.
   */
  default boolean tellsClosestApart() {
    return false;
  }

  /** The level of values that are alike because other fields are; -1 for none. */
  default int echo() {
    return -1;
  }

  /**
   * Whether a value is meant to be of one person, so that one which goes with many names stands for
   * nobody: a store's tablet, an info@ address.
   */
  default boolean isIdentifying() {
    return false;
  }

  /** Whether some values are given where nothing is known, as the first of January is. */
  default boolean hasFillers() {
    return false;
  }

  /**
   * Those among which a value stands out if it stands for nobody, by a name they share; itself
   * where the others do not matter.
   */
  default String peers(String text) {
    return text;
  }

  /** Whether {@link #level} weighs words, so that the common ones must be known. */
  default boolean isWeighted() {
    return false;
  }

  /** The same comparison where words weigh what {@code vocabulary} says. */
  default Comparison weighing(Vocabulary vocabulary) {
    return this;
  }
}
