package io.tributary.models.identity.blocking;

import io.tributary.models.identity.linkage.Schema;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Chooses blocking rules for fields that none are declared for: those that together miss the fewest
 * pairs of the same person within a budget of pairs.
 *
 * <p>Greedy set cover (Bilenko, Kamath and Mooney 2006, Adaptive Blocking) over imagined pairs of
 * the same person, whose fields are filled as often as those of a sample of records, and then agree
 * as fields mostly do.
 */
public final class RuleChoice {
  private static final int IMAGINED = 2000;
  private static final double WHOLE_AGREES = 0.75;
  private static final double FORM_AGREES = 0.85;
  private static final double WORTHWHILE = 0.0005;
  private static final int MOST = 14;
  private static final int MOST_PARTS = 3;
  private static final long SEED = 0x7472696275746172L;

  /** Each imagined pair should meet by two rules, since real ones agree less regularly. */
  private static final int MEETINGS = 2;

  private final Schema schema;
  private final List<String[]> sample;
  private final double records;
  private final List<Candidate> parts = new ArrayList<>();

  /** A part with its chance to agree for others, and the imagined pairs in which it agrees. */
  private record Candidate(List<Rule.Part> parts, double chance, BitSet meets) {}

  /**
   * A choice for so many records.
   *
   * @param sample standardised texts of some of them
   */
  public RuleChoice(Schema schema, List<String[]> sample, double records) {
    this.schema = schema;
    this.sample = List.copyOf(sample);
    this.records = records;
    SplittableRandom random = new SplittableRandom(SEED);
    for (int field = 0; field < schema.size(); field++) {
      double[] luck = random.doubles(IMAGINED).toArray();
      List<String> forms = new ArrayList<>(schema.columns().get(field).comparison().forms());
      forms.add(0, Rule.WHOLE);
      for (String form : forms) {
        part(new Rule.Part(field, form), sample, luck);
      }
    }
  }

  private void part(Rule.Part part, List<String[]> sample, double[] luck) {
    Map<String, Integer> counts = new HashMap<>();
    int filled = 0;
    for (String[] texts : sample) {
      List<String> keys = part.keys(schema, texts[part.field()]);
      filled += keys.isEmpty() ? 0 : 1;
      keys.forEach(key -> counts.merge(key, 1, Integer::sum));
    }
    double same = 0;
    for (int count : counts.values()) {
      same += count * (count - 1.0);
    }
    double size = sample.size();
    // Where a sample meets nothing twice, the chance is still not nought.
    double chance = Math.max(same, 0.5) / (size * size);
    double agrees = part.form().equals(Rule.WHOLE) ? WHOLE_AGREES : FORM_AGREES;
    double share = agrees * Math.pow(filled / size, 1.5);
    BitSet meets = new BitSet(IMAGINED);
    for (int pair = 0; pair < IMAGINED; pair++) {
      meets.set(pair, luck[pair] < share);
    }
    parts.add(new Candidate(List.of(part), chance, meets));
  }

  /** The rules, of which none makes more than its share of so many pairs. */
  public List<Rule> within(double budget) {
    double most = budget / MOST * 4 / (records * records / 2);
    List<Candidate> candidates = candidates(most);
    List<Rule> chosen = new ArrayList<>();
    int[] met = new int[IMAGINED];
    double left = budget / (records * records / 2);
    Candidate best = best(candidates, met, left);
    while (best != null && chosen.size() < MOST) {
      candidates.remove(best);
      Rule rule = new Rule(best.parts());
      double chance = Math.max(best.chance(), measured(rule));
      if (chance <= Math.min(left, most)) {
        chosen.add(rule);
        left -= chance;
        for (int pair = 0; pair < IMAGINED; pair++) {
          met[pair] += best.meets().get(pair) ? 1 : 0;
        }
      }
      best = best(candidates, met, left);
    }
    return chosen;
  }

  /** How often two records of the sample meet, whose fields may depend on one another. */
  private double measured(Rule rule) {
    Map<Long, Integer> counts = new HashMap<>();
    for (String[] texts : sample) {
      rule.keys(
          part -> part.keys(schema, texts[part.field()]),
          0,
          key -> counts.merge(key, 1, Integer::sum));
    }
    double pairs = 0;
    for (int count : counts.values()) {
      pairs += count * (count - 1.0);
    }
    double size = sample.size();
    return pairs / (size * size);
  }

  private static Candidate best(List<Candidate> candidates, int[] met, double left) {
    Candidate best = null;
    double most = WORTHWHILE * IMAGINED;
    for (Candidate candidate : candidates) {
      double gain = candidate.chance() > left ? 0 : gain(candidate.meets(), met);
      if (gain > most) {
        most = gain;
        best = candidate;
      }
    }
    return best;
  }

  private static double gain(BitSet meets, int[] met) {
    double gain = 0;
    for (int pair = 0; pair < IMAGINED; pair++) {
      if (meets.get(pair) && met[pair] < MEETINGS) {
        gain += met[pair] == 0 ? 1 : 0.25;
      }
    }
    return gain;
  }

  /** The shortest rules that stay below {@code chance}, without those that only add to another. */
  private List<Candidate> candidates(double chance) {
    List<Candidate> found = new ArrayList<>();
    List<Candidate> open = new ArrayList<>();
    for (Candidate part : parts) {
      (part.chance() <= chance ? found : open).add(part);
    }
    for (int length = 2; length <= MOST_PARTS; length++) {
      List<Candidate> longer = new ArrayList<>();
      for (Candidate start : open) {
        for (Candidate part : parts) {
          if (isAfter(part, start)) {
            Candidate joined = joined(start, part);
            (joined.chance() <= chance ? found : longer).add(joined);
          }
        }
      }
      open = longer;
    }
    return found;
  }

  private static boolean isAfter(Candidate part, Candidate start) {
    int last = start.parts().get(start.parts().size() - 1).field();
    return part.parts().get(0).field() > last;
  }

  private static Candidate joined(Candidate one, Candidate other) {
    List<Rule.Part> parts = new ArrayList<>(one.parts());
    parts.addAll(other.parts());
    BitSet meets = (BitSet) one.meets().clone();
    meets.and(other.meets());
    return new Candidate(parts, one.chance() * other.chance(), meets);
  }
}
