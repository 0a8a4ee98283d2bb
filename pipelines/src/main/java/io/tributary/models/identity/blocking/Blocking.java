package io.tributary.models.identity.blocking;

import io.tributary.models.identity.Hash;
import io.tributary.models.identity.linkage.Schema;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * The rules by which records are brought together, and the keys of a record under them.
 *
 * <p>A key is a hash whose lowest five bits name the rule, so that two records' keys alone tell by
 * which rules they meet, and where they meet first.
 */
public final class Blocking implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int RULE_BITS = 5;

  /** The rule of the parts into which large blocks are divided. */
  public static final int DIVIDED = (1 << RULE_BITS) - 1;

  private static final long NO_RULE = -(1L << RULE_BITS);

  private final Schema schema;
  private final List<Rule> rules;
  private final Set<Long> large;

  /** Rules under which no block is divided. */
  public Blocking(Schema schema, List<Rule> rules) {
    this(schema, rules, Set.of());
  }

  /**
   * Rules, and the blocks that are divided.
   *
   * @param large the keys that too many records share
   */
  public Blocking(Schema schema, List<Rule> rules, Set<Long> large) {
    if (rules.size() > DIVIDED) {
      throw new IllegalArgumentException(
          "There are %d blocking rules; %d are the most".formatted(rules.size(), DIVIDED));
    }
    this.schema = schema;
    this.rules = List.copyOf(rules);
    this.large = new HashSet<>(large);
  }

  public List<Rule> rules() {
    return rules;
  }

  /** The name of the rule of a key. */
  public String name(int rule) {
    return rule == DIVIDED ? "divided" : rules.get(rule).name(schema);
  }

  /** For each rule the fields it needs, a bit a field. */
  public List<Integer> ruleFields() {
    return rules.stream().map(Rule::fields).toList();
  }

  /** How many blocks are divided. */
  public int dividedBlocks() {
    return large.size();
  }

  /** How many blocks of a rule are divided. */
  public long dividedBlocks(int rule) {
    return large.stream().filter(key -> rule(key) == rule).count();
  }

  /** The rule by which a record has a key; of a part of a divided block that of the block. */
  public int origin(long key, String[] texts) {
    return rule(key) != DIVIDED
        ? rule(key)
        : LongStream.of(keys(texts))
            .filter(
                whole ->
                    large.contains(whole)
                        && LongStream.of(divided(new long[] {whole}, texts))
                            .anyMatch(part -> part == key))
            .mapToInt(Blocking::rule)
            .findFirst()
            .orElse(DIVIDED);
  }

  public static int rule(long key) {
    return (int) (key & ~NO_RULE);
  }

  /** The keys of a record, sorted, each once. */
  public long[] keys(String[] texts) {
    Map<Rule.Part, List<String>> made = new HashMap<>();
    LongStream.Builder keys = LongStream.builder();
    for (int at = 0; at < rules.size(); at++) {
      int rule = at;
      // Rules have parts in common, and some of these are dear to make.
      rules
          .get(rule)
          .keys(
              part -> made.computeIfAbsent(part, of -> of.keys(schema, texts[of.field()])),
              rule,
              key -> keys.add((key & NO_RULE) | rule));
    }
    return keys.build().sorted().distinct().toArray();
  }

  /** The keys of a record, or those of them that are asked for, where large blocks are divided. */
  public long[] divided(long[] keys, String[] texts) {
    return large.isEmpty() ? keys : divided(keys, texts, large);
  }

  /**
   * The keys of a record where the blocks of {@code large} ones are divided: instead of one key the
   * record has that key with each of its values in the fields that the rule leaves free.
   */
  public long[] divided(long[] keys, String[] texts, Set<Long> large) {
    List<Long> divided = new ArrayList<>(keys.length);
    for (long key : keys) {
      if (large.contains(key)) {
        divide(key, texts, divided);
      } else {
        divided.add(key);
      }
    }
    return divided.size() == keys.length
        ? keys
        : divided.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
  }

  private void divide(long key, String[] texts, List<Long> divided) {
    int used = rules.get(rule(key)).fields();
    boolean isAlone = true;
    for (int field = 0; field < texts.length; field++) {
      if ((used >>> field & 1) == 0 && texts[field] != null) {
        divided.add((Hash.with(Hash.mixed(key + field), texts[field]) & NO_RULE) | DIVIDED);
        isAlone = false;
      }
    }
    if (isAlone) {
      divided.add(key);
    }
  }

  /** The first key that two records have in common; they have one. */
  public static long first(long[] one, long[] other) {
    int i = 0;
    int j = 0;
    while (one[i] != other[j]) {
      if (one[i] < other[j]) {
        i++;
      } else {
        j++;
      }
    }
    return one[i];
  }

  /** The rules by which two records meet, a bit a rule. */
  public static int common(long[] one, long[] other) {
    int rules = 0;
    int i = 0;
    int j = 0;
    while (i < one.length && j < other.length) {
      if (one[i] == other[j]) {
        rules |= 1 << rule(one[i]);
        i++;
        j++;
      } else if (one[i] < other[j]) {
        i++;
      } else {
        j++;
      }
    }
    return rules;
  }
}
