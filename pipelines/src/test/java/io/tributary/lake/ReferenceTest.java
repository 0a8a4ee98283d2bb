package io.tributary.lake;

import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.Rows;
import io.tributary.lake.quality.Finding;
import org.junit.jupiter.api.Test;

class ReferenceTest {
  private static final Field ROOM = required("room", TEXT, "The room");
  private static final Field WING = required("wing", TEXT, "The wing");
  private static final Field BOOKED = optional("booked", TEXT, "The room booked; null for none");
  private static final Table ROOMS =
      Table.silver("rooms", "One row per room.", ROOM, WING).key(ROOM);
  private static final Table STAYS = Table.silver("stays", "One row per stay.", BOOKED);
  private static final Reference REFERENCE = new Reference(BOOKED, ROOMS);

  private static Finding finding(String stays, String rooms) {
    return REFERENCE.finding(Rows.of(STAYS, stays), Rows.of(ROOMS, rooms));
  }

  @Test
  void rowsThatNameWhatIsNotThereAreCountedAmongThoseThatNameSomething() {
    String stays = "booked\n red\n red\n blue\n gone\n gone\n -";

    assertThat(finding(stays, "room\n red\n blue\n green"))
        .isEqualTo(new Finding(REFERENCE.check(), 5, 2));
    assertThat(finding(stays, "room")).isEqualTo(new Finding(REFERENCE.check(), 5, 5));
  }

  @Test
  void rowsThatNameNothingBreakNothing() {
    assertThat(finding("booked\n -", "room\n red")).isEqualTo(new Finding(REFERENCE.check(), 0, 0));
    assertThat(finding("booked", "room\n red").isBroken()).isFalse();
  }

  @Test
  void aTableThatOneColumnCannotNameIsRefused() {
    assertThatThrownBy(() -> new Reference(BOOKED, ROOMS.key(ROOM, WING)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("silver.rooms cannot be named by one column, booked");
  }
}
