package io.tributary.silver.identity;

import java.util.Set;

/**
 * How many profiles a brand has.
 *
 * @param brand null for those that no brand has to itself
 * @param sources who knows them
 * @param identified those of them that carry an identifier by which to know them again
 * @param matched those of these whose person two sources know
 */
record BrandProfiles(
    String brand, Set<String> sources, long profiles, long identified, long matched) {
  static BrandProfiles none(String brand) {
    return new BrandProfiles(brand, Set.of(), 0, 0, 0);
  }

  /** As many as these and those together, of the brand and the sources of these. */
  BrandProfiles plus(BrandProfiles those) {
    return new BrandProfiles(
        brand,
        sources,
        profiles + those.profiles,
        identified + those.identified,
        matched + those.matched);
  }

  BrandProfiles minus(BrandProfiles those) {
    return plus(
        new BrandProfiles(
            those.brand, Set.of(), -those.profiles, -those.identified, -those.matched));
  }

  BrandProfiles ofSources(Set<String> known) {
    return new BrandProfiles(brand, known, profiles, identified, matched);
  }
}
