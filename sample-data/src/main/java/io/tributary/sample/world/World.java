package io.tributary.sample.world;

import java.util.function.Consumer;

/** Everything that exists: fixed by its scale alone, and walked one family at a time. */
public record World(
    Scale scale,
    Season season,
    Catalogue catalogue,
    Affinities affinities,
    ExchangeRates rates,
    Mailings mailings) {
  /** The world of this scale. */
  public static World of(Scale scale) {
    var catalogue = new Catalogue(scale);
    return new World(
        scale,
        new Season(scale),
        catalogue,
        new Affinities(catalogue),
        new ExchangeRates(scale),
        new Mailings(scale));
  }

  /** Visits every family in order; each visit makes them anew, and always the same. */
  public void forEachFamily(Consumer<Family> visitor) {
    var biographer = new Biographer(this);
    new Population(scale).forEach(household -> visitor.accept(biographer.family(household)));
  }
}
