package io.tributary.silver;

import io.tributary.bronze.Records;
import io.tributary.bronze.source.Source;
import io.tributary.lake.Field;
import io.tributary.lake.Lake;
import io.tributary.lake.Step;
import io.tributary.lake.Table;
import io.tributary.silver.admission.Admission;
import io.tributary.silver.admission.Arrivals;
import io.tributary.silver.typing.Mapping;
import io.tributary.silver.typing.Nested;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The steps that make a table of what the sources that feed it bring. */
final class FedSteps {
  private final List<Source> sources;
  private final Silver.Settings settings;
  private final Admissions admissions;

  /** What a step does with the arrivals of its table. */
  interface Work {
    void on(Lake lake, Arrivals arrivals);
  }

  FedSteps(List<Source> sources, Silver.Settings settings, Admissions admissions) {
    this.sources = sources;
    this.settings = settings;
    this.admissions = admissions;
  }

  /** Rows made of single records, each of which a later one may replace. */
  Step plain(Table table, Mapping mapping, Arrivals.Made made) {
    return of(table, mapping, (lake, arrivals) -> arrivals.replaceRecords(lake, table, made));
  }

  /** Rows of profiles, of which many records tell. */
  Step profiles(Table table, Arrivals.Made made) {
    return of(
        table,
        Profiles.MAPPING,
        (lake, arrivals) -> new ProfileRows(table, made).write(lake, arrivals));
  }

  /** Rows with money in them. */
  Step priced(Facts facts, Mapping mapping, Facts.Priced priced) {
    return of(priced.table(), mapping, (lake, arrivals) -> facts.priced(lake, arrivals, priced));
  }

  /** Whatever is made of the arrivals; of all there are where single ones do not tell enough. */
  Step of(Table table, Mapping mapping, Work work) {
    List<Source> feeding = feeding(mapping);
    return Step.making(
            table,
            lake -> {
              List<Admission> fed = admissions.of(feeding);
              boolean isWhole =
                  lake.isReconfigured()
                      || (!mapping.equals(ExchangeRates.MAPPING) && Currencies.wereMissed(lake))
                      || fed.stream()
                          .anyMatch(
                              admission ->
                                  admission.isRepeated()
                                      || !admission.bringsAllTo(lake)
                                      || isRetold(mapping, admission));
              work.on(
                  lake,
                  isWhole ? Arrivals.ofAll(mapping, fed, lake, table) : Arrivals.of(mapping, fed));
            })
        .reading(mapping.equals(ExchangeRates.MAPPING) ? withBronze(mapping) : withRates(mapping))
        .configuredBy(
            settings.business()
                + ofPeople(mapping)
                + table.fields().stream().map(Field::name).toList().toString()
                + feeding.stream().map(Admissions::configuration).collect(Collectors.joining("\n")))
        .after(Admissions.names(feeding));
  }

  /** What tells of people is made under a key, and anew under another. */
  private String ofPeople(Mapping mapping) {
    String key = settings.hash().fingerprint();
    if (mapping.equals(Profiles.MAPPING)) {
      return settings.numbers() + key;
    }
    return mapping.equals(Consent.MAPPING) ? key : "";
  }

  /** A profile that many records tell of does not show what it was without one that fell. */
  private static boolean isRetold(Mapping mapping, Admission admission) {
    return admission.hasFallen()
        && admission.source().feeds().getOrDefault(mapping.feed(), List.of()).stream()
            .anyMatch(feed -> feed.columns().containsKey(Profiles.PROFILE_KEY.name()));
  }

  /** Records may wait for a rate, whatever they tell of. */
  private List<Table> withRates(Mapping mapping) {
    return withBronze(mapping, ExchangeRates.TABLE);
  }

  /** What landed of the sources that feed the table, and more. */
  List<Table> withBronze(Mapping mapping, Table... more) {
    return Stream.concat(feeding(mapping).stream().flatMap(FedSteps::landed), Stream.of(more))
        .toList();
  }

  private static Stream<Table> landed(Source source) {
    return Stream.concat(Stream.of(Records.table(source.name())), Nested.tables(source).stream());
  }

  /** The sources that feed the table. */
  List<Source> feeding(Mapping mapping) {
    return sources.stream().filter(source -> source.feeds().containsKey(mapping.feed())).toList();
  }
}
