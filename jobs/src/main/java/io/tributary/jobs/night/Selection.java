package io.tributary.jobs.night;

import io.tributary.lake.Layer;
import io.tributary.lake.Step;
import io.tributary.lake.Table;
import io.tributary.lake.TributaryException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Steps chosen from all there are. */
@FunctionalInterface
public interface Selection {
  /** Every step. */
  Selection ALL = steps -> steps;

  List<Step> of(List<Step> steps);

  /** The steps of some layers. */
  static Selection layers(Layer... layers) {
    List<Layer> chosen = List.of(layers);
    return steps -> choose(steps, named(steps, step -> chosen.contains(step.layer())));
  }

  /**
   * The steps with these names, or that write tables of these names; {@code +name} takes with it
   * all steps that feed it.
   */
  static Selection names(List<String> names) {
    return steps -> {
      Set<Step> chosen = new HashSet<>();
      for (String name : names) {
        boolean withFeeding = name.startsWith("+");
        Set<Step> found = named(steps, name.substring(withFeeding ? 1 : 0));
        chosen.addAll(withFeeding ? upstream(steps, found) : found);
      }
      return choose(steps, chosen);
    };
  }

  private static Set<Step> named(List<Step> steps, String name) {
    Set<Step> found =
        named(
            steps,
            step ->
                step.name().equals(name)
                    || step.layer().schema().equals(name)
                    || step.writes().stream().anyMatch(table -> isNamed(table, name)));
    if (found.isEmpty()) {
      throw TributaryException.usage(
          "--select: there is no table or step '%s'. There are: %s."
              .formatted(name, steps.stream().map(Step::name).collect(Collectors.joining(", "))));
    }
    return found;
  }

  private static boolean isNamed(Table table, String name) {
    return table.name().equals(name) || table.qualifiedName().equals(name);
  }

  private static Set<Step> named(List<Step> steps, Predicate<Step> isMeant) {
    return steps.stream().filter(isMeant).collect(Collectors.toSet());
  }

  /** Steps stand in order, so one walk from the last to the first finds all that feed others. */
  private static Set<Step> upstream(List<Step> steps, Set<Step> chosen) {
    Set<Step> needed = new HashSet<>(chosen);
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step step = steps.get(i);
      if (needed.stream().anyMatch(other -> other.isFedBy(step))) {
        needed.add(step);
      }
    }
    return needed;
  }

  /**
   * A step whose result is handed over in memory comes with those that wait for it; with it come
   * the steps that accompany it, for what it has to hand over and for nothing else.
   */
  private static List<Step> choose(List<Step> steps, Set<Step> chosen) {
    Set<String> names = chosen.stream().map(Step::name).collect(Collectors.toSet());
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (names.contains(steps.get(i).name())) {
        names.addAll(steps.get(i).after());
        names.addAll(steps.get(i).accompanies());
      }
    }
    steps.stream()
        .filter(step -> step.accompanies().stream().anyMatch(names::contains))
        .map(Step::name)
        .toList()
        .forEach(names::add);
    return steps.stream().filter(step -> names.contains(step.name())).toList();
  }
}
