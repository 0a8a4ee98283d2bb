package io.tributary.bronze.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What tells the records of a sample apart: a field that every record has and none shares, by
 * preference one that is called a key, else two or three that do it together.
 *
 * @param fields none when nothing does
 */
record KeyGuess(List<SeenField> fields, List<String> doubts) {
  private static final int FEW = 30;
  private static final int CANDIDATES = 8;
  private static final int UNNAMED = 9;

  static KeyGuess of(Sample sample) {
    List<SeenField> unique =
        sample.ofRecord().stream()
            .filter(field -> isFit(field, sample) && field.isUnique())
            .filter(field -> !field.kind().isTime() && field.kind() != ValueKind.FLAG)
            .sorted(Comparator.comparingInt(KeyGuess::rank))
            .toList();
    Optional<SeenField> best = unique.stream().filter(field -> rank(field) < UNNAMED).findFirst();
    if (best.isPresent()) {
      return new KeyGuess(List.of(best.get()), doubts(sample, unique));
    }
    List<SeenField> together = together(sample);
    return new KeyGuess(
        together,
        List.of(
            together.isEmpty()
                ? "key: no field tells every record of the sample from the others; name several,"
                    + " or leave it out and each line counts as a record of its own"
                : "key: no field alone tells the records of the sample apart, these together do"));
  }

  private static List<String> doubts(Sample sample, List<SeenField> unique) {
    List<String> doubts = new ArrayList<>();
    if (sample.records() == 1) {
      doubts.add("key: a single record cannot tell what is unique");
    } else if (sample.records() < FEW) {
      doubts.add("key: %d records are few to tell that it is unique".formatted(sample.records()));
    }
    if (sample.records() > 1 && unique.size() > 1) {
      doubts.add(
          "key: as unique in the sample: "
              + unique.stream()
                  .skip(1)
                  .limit(5)
                  .map(SeenField::path)
                  .collect(Collectors.joining(", ")));
    }
    return doubts;
  }

  private static boolean isFit(SeenField field, Sample sample) {
    return field.filled() == sample.records() && !field.isPersonal() && !field.isMoney();
  }

  private static int rank(SeenField field) {
    int depth = field.depth();
    if (field.name().matches("id|_id|uuid|guid|key")) {
      return depth;
    }
    boolean isNamedKey = field.name().matches(".*(_id|_no|_number|_key|_uuid|asin|sku|ean)");
    return isNamedKey ? 3 + depth : UNNAMED;
  }

  /** Fewest fields first, the likelier parts of a key before others. */
  private static List<SeenField> together(Sample sample) {
    List<SeenField> parts =
        sample.ofRecord().stream()
            .filter(field -> isFit(field, sample) && partRank(field) < Integer.MAX_VALUE)
            .sorted(Comparator.comparingInt(KeyGuess::partRank))
            .limit(CANDIDATES)
            .toList();
    for (int size = 2; size <= 3; size++) {
      for (List<SeenField> some : choices(parts, size)) {
        if (sample.records() > 1 && areUnique(some, (int) sample.records())) {
          return some;
        }
      }
    }
    return List.of();
  }

  /** A period is told by its first day rather than its last. */
  private static int partRank(SeenField field) {
    if (field.kind().isTime()) {
      return 30;
    }
    if (field.kind() == ValueKind.DATE) {
      return field.name().matches("(.*_)?(ends?|stop|to|until)(_.*)?") ? 21 : 20;
    }
    return rank(field) < UNNAMED ? rank(field) : Integer.MAX_VALUE;
  }

  private static List<List<SeenField>> choices(List<SeenField> parts, int size) {
    if (size == 0) {
      return List.of(List.of());
    }
    List<List<SeenField>> choices = new ArrayList<>();
    for (int first = 0; first < parts.size(); first++) {
      for (List<SeenField> rest : choices(parts.subList(first + 1, parts.size()), size - 1)) {
        List<SeenField> choice = new ArrayList<>(List.of(parts.get(first)));
        choice.addAll(rest);
        choices.add(choice);
      }
    }
    return choices;
  }

  private static boolean areUnique(List<SeenField> fields, int records) {
    Set<List<Integer>> seen = new HashSet<>();
    return IntStream.range(0, records)
        .allMatch(record -> seen.add(fields.stream().map(field -> field.hashIn(record)).toList()));
  }
}
