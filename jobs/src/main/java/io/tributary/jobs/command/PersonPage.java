package io.tributary.jobs.command;

import io.tributary.bronze.Records;
import io.tributary.jobs.console.Figures;
import io.tributary.jobs.console.Grid;
import io.tributary.jobs.console.Grid.Column;
import io.tributary.jobs.night.Dossier;
import io.tributary.lake.TributaryException;
import io.tributary.models.identity.linkage.Waterfall;
import io.tributary.silver.identity.IdentityLinks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * The profiles of a person, and what joined each.
 *
 * @param words what is to be said besides, a line each
 */
record PersonPage(Grid grid, List<String> words) {
  /** So many fields tell why a profile belongs to another. */
  private static final int TELLING = 3;

  /** The surest come last: those of proven identifiers, then those of the best odds. */
  private static final Comparator<Link> SURENESS =
      Comparator.comparing(Link::isProven).thenComparingDouble(Link::bits);

  /** A profile that another is tied to, by what, and how alike the two are. */
  private record Link(String profile, String by, double bits, boolean isProven) {}

  /** What the profiles of a person have in common. */
  private record Evidence(
      Dossier dossier, Map<String, String[]> texts, Map<String, List<String>> proven) {
    /** Whom a profile is tied to most surely; nobody if it is alone. */
    Optional<Link> surest(String key) {
      return texts.keySet().stream()
          .filter(other -> !other.equals(key))
          .map(other -> link(key, other))
          .max(SURENESS.thenComparing(Link::profile, Comparator.reverseOrder()));
    }

    private Link link(String key, String other) {
      Waterfall waterfall = dossier.waterfall(texts.get(key), texts.get(other));
      List<String> shared = new ArrayList<>(proven.getOrDefault(key, List.of()));
      shared.retainAll(proven.getOrDefault(other, List.of()));
      String by = shared.isEmpty() ? likeness(waterfall) : "same " + kinds(shared);
      return new Link(other, by, waterfall.odds(), !shared.isEmpty());
    }

    private static String kinds(List<String> values) {
      return values.stream()
          .map(value -> value.split(":", 2)[0])
          .distinct()
          .collect(Collectors.joining(", "));
    }

    private static String likeness(Waterfall waterfall) {
      return waterfall.bars().stream()
          .filter(bar -> bar.bits() > 0 && !bar.what().equals(Waterfall.RELATED))
          .sorted(Comparator.comparingDouble(Waterfall.Bar::bits).reversed())
          .limit(TELLING)
          .map(bar -> bar.what() + " " + bar.likeness())
          .collect(Collectors.joining(", "));
    }
  }

  /**
   * The page of a person.
   *
   * @param key a master customer, or a record of one
   * @param sources what else could have been meant
   */
  static PersonPage of(Dossier dossier, String key, List<String> sources) {
    String masterId = dossier.personOf(key).orElse(key);
    String id = dossier.heir(masterId);
    List<Row> links = dossier.links(IdentityLinks.MASTER_CUSTOMER_ID.col().equalTo(id));
    if (links.isEmpty()) {
      throw TributaryException.usage(nobody(dossier, masterId, id, sources));
    }
    List<String> keys = links.stream().map(PersonPage::key).toList();
    Evidence evidence = new Evidence(dossier, dossier.texts(keys), dossier.proven(keys));
    List<String> words = new ArrayList<>();
    if (!id.equals(masterId)) {
      words.add(masterId + " became " + id + ".");
    }
    words.add(Figures.count(keys.size(), "profile") + " of " + id + ".");
    return new PersonPage(grid(links, evidence), List.copyOf(words));
  }

  private static String nobody(
      Dossier dossier, String masterId, String heir, List<String> sources) {
    if (!dossier.isKnown(masterId)) {
      return "There is no master customer '%s' and no such record or source. Give a master"
              .formatted(masterId)
          + " customer or a record key of silver.identity_links, or a source with profiles: "
          + String.join(", ", sources)
          + ".";
    }
    String who = heir.equals(masterId) ? masterId : masterId + " became " + heir + ", which";
    return who + " has no profiles any more. silver.identity_events tells what became of it.";
  }

  private static Grid grid(List<Row> links, Evidence evidence) {
    Grid.Builder grid =
        Grid.of(
            Column.text("profile"),
            Column.text("method"),
            Column.number("confidence"),
            Column.text("tied_to"),
            Column.text("by"),
            Column.number("bits"));
    for (Row link : links) {
      Optional<Link> tied = evidence.surest(key(link));
      grid.row(
          key(link),
          link.getString(link.fieldIndex(IdentityLinks.METHOD.name())),
          link.getDouble(link.fieldIndex(IdentityLinks.CONFIDENCE.name())),
          tied.map(Link::profile).orElse(null),
          tied.map(Link::by).orElse(null),
          tied.map(surest -> PairPage.bits(surest.bits())).orElse(null));
    }
    return grid.grid();
  }

  private static String key(Row link) {
    return link.getString(link.fieldIndex(Records.RECORD_KEY.name()));
  }
}
