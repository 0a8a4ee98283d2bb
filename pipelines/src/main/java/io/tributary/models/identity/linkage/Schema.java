package io.tributary.models.identity.linkage;

import io.tributary.models.identity.compare.Comparison;
import io.tributary.models.identity.compare.Echo;
import io.tributary.models.identity.compare.Swap;
import io.tributary.models.identity.compare.Value;
import io.tributary.models.identity.compare.Vocabulary;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The fields in which records are compared. */
public final class Schema implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<Column> columns;
  private final Swap swap;
  private final Echo echo;

  /**
   * What one comparison reads and is called.
   *
   * @param name as it is called in blocking rules and reports
   * @param sources the columns of a record that give the value together
   * @param isPersonal whether it tells apart people who share a home
   * @param isContradicting whether values that cannot be one person's part records for good
   */
  public record Column(
      String name,
      List<String> sources,
      Comparison comparison,
      boolean isPersonal,
      boolean isContradicting)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    /** A column that counts as its comparison suggests. */
    public static Column of(String name, List<String> sources, Comparison comparison) {
      return new Column(name, sources, comparison, comparison.isPersonal(), false);
    }

    Column comparing(Comparison other) {
      return new Column(name, sources, other, isPersonal, isContradicting);
    }

    /** The code of equal values as rare as can be. */
    public int exact() {
      return 1 + comparison.levels().size();
    }

    /** How many bands of rareness equal values have. */
    public int bands() {
      return Evidence.CODES - exact();
    }

    /** What a code stands for, in words. */
    public String meaning(int code) {
      if (code == Evidence.MISSING) {
        return "not known";
      }
      return code < exact() ? comparison.levels().get(code - 1) : "equal";
    }
  }

  public Schema(List<Column> columns) {
    if (columns.isEmpty() || columns.size() > Evidence.MOST_FIELDS) {
      throw new IllegalArgumentException(
          "Records are compared in 1 to %d fields, but %d are declared"
              .formatted(Evidence.MOST_FIELDS, columns.size()));
    }
    this.columns = List.copyOf(columns);
    List<Comparison> comparisons = columns.stream().map(Column::comparison).toList();
    this.swap = Swap.among(comparisons);
    this.echo = Echo.among(comparisons);
  }

  public List<Column> columns() {
    return columns;
  }

  public int size() {
    return columns.size();
  }

  /** The place of the field of a name. */
  public int place(String name) {
    for (int place = 0; place < columns.size(); place++) {
      if (columns.get(place).name().equals(name)) {
        return place;
      }
    }
    throw new IllegalArgumentException(
        "There is no field '%s'; the fields are %s"
            .formatted(name, columns.stream().map(Column::name).toList()));
  }

  /** The same fields where words weigh what the vocabulary of each field says. */
  public Schema weighing(Map<String, Vocabulary> vocabularies) {
    List<Column> weighing = new ArrayList<>(columns.size());
    for (Column column : columns) {
      Vocabulary words = vocabularies.getOrDefault(column.name(), Vocabulary.EMPTY);
      weighing.add(column.comparing(column.comparison().weighing(words)));
    }
    return new Schema(weighing);
  }

  /** How two records compare; a record holds null where it has no value. */
  public long compare(Value[] one, Value[] other) {
    long evidence = 0;
    for (int place = 0; place < columns.size(); place++) {
      if (one[place] != null && other[place] != null) {
        evidence = Evidence.with(evidence, place, code(place, one, other));
      }
    }
    return swap.isPossible() ? withSwap(evidence, swap.level(one, other)) : evidence;
  }

  /** Whether records that compare so in a field are of different people, whatever else they say. */
  public boolean contradicts(int field, int code) {
    return columns.get(field).isContradicting() && tellsClosestApart(field, code);
  }

  /** Whether a code of a field tells apart even those who have all else in common. */
  public boolean tellsClosestApart(int field, int code) {
    return code == Evidence.LEAST && columns.get(field).comparison().tellsClosestApart();
  }

  private long withSwap(long evidence, int level) {
    return level < 0
        ? evidence
        : Evidence.with(
            Evidence.with(evidence, swap.given(), 1 + level), swap.family(), Evidence.MISSING);
  }

  /** Whether the names of two records stand in each other's place. */
  boolean isSwapped(Value[] one, Value[] other) {
    return swap.isPossible() && swap.level(one, other) >= 0;
  }

  /** How two records compare in a field that both know, whatever {@link Swap} makes of it. */
  int code(int place, Value[] one, Value[] other) {
    Column column = columns.get(place);
    Value own = one[place];
    if (own.isSame(other[place])) {
      return column.exact() + Math.min(own.band(), column.bands() - 1);
    }
    int level = column.comparison().level(own, other[place]);
    return 1 + (echo.isEcho(one, other, place, level) ? column.comparison().echo() : level);
  }
}
