package io.tributary.sample.world;

/** What a household has in common when its members are drawn, and which member is next. */
record Roll(long household, long firstPerson, int position, String surname, Places.City city) {
  long person() {
    return firstPerson + position;
  }

  boolean isChild() {
    return position >= 2;
  }
}
