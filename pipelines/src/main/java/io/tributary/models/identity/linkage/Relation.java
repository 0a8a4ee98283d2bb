package io.tributary.models.identity.linkage;

/** How the people of two records are related. */
public enum Relation {
  /** They are one. */
  SAME(0),
  /** They are two who have something in common, such as a home or a family. */
  RELATED(1),
  /** They are two who have nothing to do with each other. */
  OTHERS(2);

  static final int COUNT = 3;

  private final int place;

  Relation(int place) {
    this.place = place;
  }

  int place() {
    return place;
  }
}
