package io.tributary.silver.identity.match;

import io.tributary.models.identity.resolution.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Tells of blocks in which not everybody met, in words. */
final class BlockAlert {
  private static final String NOBODY =
      "None of %,d profiles was compared with another: what they are compared in is filled too"
          + " seldom, or too many have the same. Declare more 'fields' in the identity file, or name"
          + " the rules that bring profiles together under 'blocking'.";

  private BlockAlert() {}

  /** What to tell; nothing where everybody met. */
  static Optional<String> of(NightBlocks night) {
    List<RuleBlocks> rules = night.rules();
    Settings settings = night.settings();
    if (rules.isEmpty() && night.profiles() > settings.block()) {
      return Optional.of(NOBODY.formatted(night.profiles()));
    }
    List<String> words = new ArrayList<>();
    long divided = rules.stream().mapToLong(RuleBlocks::divided).sum();
    if (divided > 0) {
      RuleBlocks most = most(rules, RuleBlocks::divided);
      words.add(
          ("Divided blocks, of more than %,d profiles: %s. In them profiles that agree in nothing"
                  + " else are not compared.")
              .formatted(
                  settings.block(),
                  counted(divided, most, most.divided(), most.census().largest())));
    }
    long crowded = rules.stream().mapToLong(RuleBlocks::crowded).sum();
    if (crowded > 0) {
      RuleBlocks most = most(rules, RuleBlocks::crowded);
      words.add(
          ("Blocks and parts of blocks that are larger all the same: %s. In them a profile is"
                  + " compared with %,d neighbours on either side alone.")
              .formatted(
                  counted(crowded, most, most.crowded(), most.largestCrowded()), settings.reach()));
    }
    if (words.isEmpty()) {
      return Optional.empty();
    }
    words.add(
        "A larger 'block' under 'settings' of the identity file compares more of them, and costs"
            + " more.");
    return Optional.of(String.join(" ", words));
  }

  private static RuleBlocks most(List<RuleBlocks> rules, ToLongFunction<RuleBlocks> number) {
    return rules.stream().max(Comparator.comparingLong(number)).orElseThrow();
  }

  private static String counted(long all, RuleBlocks most, long ofMost, long largest) {
    return "%,d, most of them by the rule '%s' (%,d, the largest with %,d profiles)"
        .formatted(all, most.census().rule(), ofMost, largest);
  }
}
