package io.tributary.jobs.command;

import io.tributary.jobs.console.Figures;
import io.tributary.jobs.console.Grid;
import io.tributary.jobs.night.SourceIdentifiers;
import io.tributary.jobs.night.SourceIdentifiers.Carried;
import io.tributary.jobs.night.SourceIdentifiers.OfBrand;
import io.tributary.silver.identity.IdentifierAudit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The identifiers that sources bring, and what they are good for.
 *
 * @param words what stands out, a line each
 */
record SourcePage(IdentifierGrid figures, List<String> words) {

  /** One source, with the kinds that it does not bring. */
  static SourcePage of(SourceIdentifiers identifiers, String source) {
    List<Carried> kinds = identifiers.of(source);
    List<String> words = new ArrayList<>();
    words.add(
        "%s of %s%s."
            .formatted(profiles(kinds.get(0)), source, brands(identifiers.brands(source))));
    words.addAll(IdentifierWords.of(kinds));
    return new SourcePage(new IdentifierGrid(kinds, false), List.copyOf(words));
  }

  /** All sources, with the kinds that they bring. */
  static SourcePage ofAll(SourceIdentifiers identifiers) {
    List<Carried> filled = identifiers.all().stream().filter(Carried::isFilled).toList();
    List<String> empty = new ArrayList<>(identifiers.sources());
    filled.forEach(kind -> empty.remove(kind.source()));
    List<String> words = new ArrayList<>();
    words.add(
        "%s with customer profiles. 'tributary explain SOURCE' tells what stands out in one."
            .formatted(Figures.count(identifiers.sources().size(), "source")));
    empty.forEach(source -> words.add("%s brings no identifiers.".formatted(source)));
    return new SourcePage(new IdentifierGrid(filled, true), List.copyOf(words));
  }

  Grid grid(boolean isForTheEye) {
    return figures.grid(isForTheEye);
  }

  private static String profiles(Carried kind) {
    return Figures.count(kind.number(IdentifierAudit.PROFILES), "profile");
  }

  private static String brands(List<OfBrand> brands) {
    if (brands.size() == 1) {
      return brands.get(0).brand() == null
          ? ", for all brands"
          : ", all of " + brands.get(0).brand();
    }
    return brands.stream()
        .map(
            brand ->
                Figures.whole(brand.profiles())
                    + (brand.brand() == null ? " for all brands" : " of " + brand.brand()))
        .collect(Collectors.joining(", ", ": ", ""));
  }
}
