package io.tributary.jobs.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A configuration file as it is written: paths not yet resolved, files not yet looked for. */
record SettingsFile(
    String lakehouse,
    String restricted,
    String landing,
    List<SourceEntry> sources,
    Currency currency,
    Zone zone,
    Map<String, Brand> brands,
    AsOf asOf,
    String segments,
    String assumptions,
    String identity,
    String owners,
    String hashKeyVariable,
    HashKey hashKey,
    Integer sharedIdentifierLimit) {

  SettingsFile {
    currency = currency == null ? Currency.EURO : currency;
    zone = zone == null ? Zone.UTC : zone;
    brands = brands == null ? Map.of() : new LinkedHashMap<>(brands);
    asOf = asOf == null ? AsOf.LATEST : asOf;
    sharedIdentifierLimit = sharedIdentifierLimit == null ? 5 : sharedIdentifierLimit;
    if (sharedIdentifierLimit < 1) {
      throw new IllegalArgumentException(
          "shared_identifier_limit: found %d; allowed are 1 and more"
              .formatted(sharedIdentifierLimit));
    }
    hashKeyVariable = hashKeyVariable == null ? "TRIBUTARY_HASH_KEY" : hashKeyVariable;
  }
}
