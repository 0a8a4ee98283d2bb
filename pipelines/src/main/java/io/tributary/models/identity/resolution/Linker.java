package io.tributary.models.identity.resolution;

import io.tributary.models.identity.blocking.Block;
import io.tributary.models.identity.blocking.Blocking;
import io.tributary.models.identity.calibration.CalibrationMap;
import io.tributary.models.identity.cluster.Agglomeration;
import io.tributary.models.identity.cluster.Holdings;
import io.tributary.models.identity.compare.Value;
import io.tributary.models.identity.linkage.Ceiling;
import io.tributary.models.identity.linkage.Model;
import io.tributary.models.identity.linkage.Rarity;
import io.tributary.models.identity.linkage.Schema;
import io.tributary.models.identity.linkage.Waterfall;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * All that it takes to resolve records: how they meet, how they are compared, and what that says.
 *
 * @param rarities how common the values of each field are
 * @param calibration what people's decisions correct of the odds that the model gives
 */
public record Linker(
    Schema schema,
    List<Rarity> rarities,
    Blocking blocking,
    Model model,
    Settings settings,
    CalibrationMap calibration)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public Linker {
    rarities = List.copyOf(rarities);
  }

  /** The same for records of which nobody decided anything. */
  public Linker(
      Schema schema, List<Rarity> rarities, Blocking blocking, Model model, Settings settings) {
    this(schema, rarities, blocking, model, settings, CalibrationMap.NONE);
  }

  /** The same with other odds. */
  public Linker calibrated(CalibrationMap by) {
    return new Linker(schema, rarities, blocking, model, settings, by);
  }

  /** The same with other numbers. */
  public Linker with(Settings other) {
    return new Linker(schema, rarities, blocking, model, other, calibration);
  }

  /** The probability that the model's odds, in bits, stand for. */
  public double probability(double bits) {
    return calibration.probability(bits);
  }

  /** The model's odds, in bits, that stand for a probability. */
  public double bits(double probability) {
    return calibration.model(Model.bits(probability));
  }

  /** The values of a record, ready to be compared, from standardised texts. */
  public Value[] values(String[] texts) {
    Value[] values = new Value[texts.length];
    for (int field = 0; field < texts.length; field++) {
      if (texts[field] != null) {
        values[field] = new Value(texts[field], rarities.get(field).band(texts[field]));
      }
    }
    return values;
  }

  /** The way to make those pairs of a block that may be one person. */
  public Block block() {
    Ceiling ceiling = new Ceiling(schema, model, look());
    return new Block(ceiling::compare, settings.block(), settings.reach());
  }

  /** The odds, in bits, from which two records are looked at together with all theirs. */
  public double look() {
    return Model.bits(settings.look());
  }

  /** How the odds that two records are one person come about, from standardised texts. */
  public Waterfall waterfall(String[] one, String[] other) {
    return Waterfall.of(schema, model, schema.compare(values(one), values(other)));
  }

  /** Unites records that hang together into people. */
  public Agglomeration unite(List<Value[]> records) {
    return unite(records, Bonds.none());
  }

  /**
   * What is known of records besides their likeness.
   *
   * @param ties two records each that carry the same proven identifier
   * @param holdings what they hold of which nobody has more than some
   * @param decided binds and parts the records, once compared, of which somebody decided
   */
  public record Bonds(List<int[]> ties, Holdings holdings, Consumer<Agglomeration> decided) {
    static Bonds none() {
      return new Bonds(List.of(), Holdings.none(), compared -> {});
    }
  }

  /** Unites records that hang together into people. */
  public Agglomeration unite(List<Value[]> records, Bonds bonds) {
    Agglomeration united = new Agglomeration(schema, model, records.size(), bonds.holdings());
    for (int one = 0; one < records.size(); one++) {
      for (int other = one + 1; other < records.size(); other++) {
        united.compare(one, other, schema.compare(records.get(one), records.get(other)));
      }
    }
    bonds.decided().accept(united);
    bonds.ties().stream()
        .sorted(
            Comparator.comparingDouble((int[] tie) -> -united.tieBits(tie[0], tie[1]))
                .thenComparingInt(tie -> tie[0])
                .thenComparingInt(tie -> tie[1]))
        .toList()
        .forEach(tie -> united.tie(tie[0], tie[1], Model.bits(1 - settings.join())));
    united.unite(bits(settings.join()));
    return united;
  }
}
