package io.tributary.models.identity.blocking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.models.identity.compare.Kind;
import io.tributary.models.identity.compare.Value;
import io.tributary.models.identity.linkage.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BlockingTest {
  private static final Schema SCHEMA =
      new Schema(
          List.of(
              column("given", Kind.GIVEN_NAME),
              column("family", Kind.FAMILY_NAME),
              column("born", Kind.DATE)));
  private static final String[] BOB = {"bob", "smyth", "19900304"};
  private static final String[] ROBERT = {"robert", "smith", null};

  @Test
  void recordsMeetByTheRulesWhosePartsTheyAgreeIn() {
    Blocking blocking = blocking("given.root + family.sound", "born", "family");

    assertThat(Blocking.common(blocking.keys(BOB), blocking.keys(ROBERT))).isEqualTo(0b001);
    assertThat(Blocking.common(blocking.keys(BOB), blocking.keys(BOB))).isEqualTo(0b111);
    assertThat(blocking.ruleFields()).containsExactly(0b011, 0b100, 0b010);
  }

  @Test
  void theRecordsOfALargeBlockMeetWhereTheyAgreeInSomethingElse() {
    Blocking blocking = blocking("family.sound");
    long[] keys = blocking.keys(BOB);
    Set<Long> large = Set.of(keys[0]);
    String[] bobby = {"bobby", "smith", "19900304"};

    long[] divided = blocking.divided(keys, BOB, large);

    assertThat(divided).hasSize(2).doesNotContain(keys);
    assertThat(Blocking.common(divided, blocking.divided(keys, bobby, large)))
        .isEqualTo(1 << Blocking.DIVIDED);
    assertThat(Blocking.common(divided, blocking.divided(keys, ROBERT, large))).isZero();
  }

  @Test
  void aPartOfADividedBlockIsOfItsRule() {
    List<Rule> rules = blocking("born", "family.sound").rules();
    long family = key(new Blocking(SCHEMA, rules).keys(BOB), 1);
    Blocking blocking = new Blocking(SCHEMA, rules, Set.of(family));
    long[] keys = blocking.divided(blocking.keys(BOB), BOB);

    assertThat(LongStream.of(keys).mapToInt(Blocking::rule))
        .containsExactlyInAnyOrder(0, Blocking.DIVIDED, Blocking.DIVIDED);
    assertThat(LongStream.of(keys).mapToInt(key -> blocking.origin(key, BOB)))
        .containsExactlyInAnyOrder(0, 1, 1);
    assertThat(blocking.dividedBlocks(0)).isZero();
    assertThat(blocking.dividedBlocks(1)).isEqualTo(1);
  }

  private static long key(long[] keys, int rule) {
    return LongStream.of(keys).filter(key -> Blocking.rule(key) == rule).findFirst().orElseThrow();
  }

  @Test
  void aPairIsComparedInOneBlockOnly() {
    Blocking blocking = blocking("given.root", "family.sound");
    List<Member> members = List.of(member(1, blocking, BOB), member(2, blocking, ROBERT));
    List<Long> compared = new ArrayList<>();
    Block block = new Block(SCHEMA::compare, 100, 10);

    for (long key : blocking.keys(BOB)) {
      block.compare(key, new ArrayList<>(members), (one, other, found) -> compared.add(key));
    }

    assertThat(compared).hasSize(1);
  }

  @Test
  void inALargeBlockNeighboursAreCompared() {
    Blocking blocking = blocking("family.sound");
    List<Member> members = new ArrayList<>();
    for (int id = 0; id < 50; id++) {
      members.add(member(id, blocking, new String[] {"n" + id, "smith", null}));
    }
    Block block = new Block(SCHEMA::compare, 10, 3);

    long compared = block.compare(members.get(0).keys()[0], members, (one, other, found) -> {});

    assertThat(compared).isEqualTo(47 * 3 + 2 + 1);
  }

  @Test
  void saysWhichPartOfARuleIsUnknown() {
    assertThatThrownBy(() -> Rule.parse("given.sonud", SCHEMA))
        .hasMessageContaining("'sonud'")
        .hasMessageContaining("root, sound, start, initial");
    assertThatThrownBy(() -> Rule.parse("name", SCHEMA))
        .hasMessageContaining("given, family, born");
  }

  private static Blocking blocking(String... rules) {
    return new Blocking(
        SCHEMA, List.of(rules).stream().map(rule -> Rule.parse(rule, SCHEMA)).toList());
  }

  private static Member member(long id, Blocking blocking, String[] texts) {
    Value[] values = new Value[texts.length];
    for (int field = 0; field < texts.length; field++) {
      values[field] = texts[field] == null ? null : new Value(texts[field], 0);
    }
    return new Member(id, blocking.keys(texts), values);
  }

  private static Schema.Column column(String name, Kind kind) {
    return Schema.Column.of(name, List.of(name), kind.comparisons("GB").get(0));
  }
}
