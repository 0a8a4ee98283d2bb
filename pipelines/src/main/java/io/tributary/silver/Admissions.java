package io.tributary.silver;

import io.tributary.bronze.Records;
import io.tributary.bronze.source.Source;
import io.tributary.lake.Lake;
import io.tributary.lake.Layer;
import io.tributary.lake.Step;
import io.tributary.lake.Table;
import io.tributary.lake.ops.Quarantine;
import io.tributary.silver.admission.Admission;
import io.tributary.silver.admission.EarlierCopies;
import io.tributary.silver.admission.SetAside;
import io.tributary.silver.typing.Mapping;
import io.tributary.silver.typing.Nested;
import io.tributary.silver.typing.Roads;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The steps that admit the records of each source, once in a run, and that set records aside. */
final class Admissions {
  private final List<Source> sources;
  private final Currencies currencies;
  private final Map<String, Admission> bySource = new LinkedHashMap<>();

  Admissions(List<Source> sources, Currencies currencies) {
    this.sources = sources;
    this.currencies = currencies;
    EarlierCopies copies = new EarlierCopies();
    SetAside aside = new SetAside();
    sources.forEach(
        source ->
            bySource.put(source.name(), new Admission(source, Mappings.byFeed(), copies, aside)));
  }

  /** What the sources bring to a table. */
  List<Admission> of(List<Source> feeding) {
    return feeding.stream().map(source -> bySource.get(source.name())).toList();
  }

  static List<String> names(List<Source> sources) {
    return sources.stream().map(Admissions::name).toList();
  }

  static String name(Source source) {
    return "silver.admission." + source.name();
  }

  /** The steps of the sources that tell rates, by which all others are judged. */
  List<Step> ofRates() {
    return sources.stream().filter(Admissions::tellsRates).map(this::step).toList();
  }

  /** The steps of all other sources. */
  List<Step> ofOthers() {
    return sources.stream().filter(source -> !tellsRates(source)).map(this::step).toList();
  }

  private static boolean tellsRates(Source source) {
    return source.feeds().containsKey(ExchangeRates.MAPPING.feed());
  }

  private Step step(Source source) {
    Admission admission = bySource.get(source.name());
    Step step =
        Step.handing(
            name(source),
            Layer.SILVER,
            tellsRates(source)
                ? lake -> admit(admission, lake, /* isAwaited= */ false)
                : lake -> admitPriced(admission, lake));
    List<Table> reads = new ArrayList<>(Nested.tables(source));
    reads.add(Records.table(source.name()));
    if (!tellsRates(source)) {
      reads.add(ExchangeRates.TABLE);
    }
    return step.reading(reads).configuredBy(configuration(source));
  }

  private void admitPriced(Admission admission, Lake lake) {
    admission.accept(OrderLines.CURRENCY, () -> currencies.known(lake));
    admit(admission, lake, currencies.hasCome(admission.source().name(), lake));
  }

  private static void admit(Admission admission, Lake lake, boolean isAwaited) {
    if (isAwaited || lake.isReconfigured()) {
      admission.repeat(lake);
    } else {
      admission.admit(lake);
    }
  }

  /**
   * What of a source's YAML, and of the tables it feeds, its rows depend on: the same text for the
   * same configuration, whichever process writes it and whichever of its roads is taken.
   */
  static String configuration(Source source) {
    return Stream.concat(
            Roads.all(source).map(Admissions::written).sorted(),
            Mappings.of(source).stream().map(Mapping::rules))
        .collect(Collectors.joining("\n"));
  }

  private static String written(Source road) {
    return Stream.of(
            road.delivery(),
            road.required(),
            new TreeMap<>(road.feeds()),
            new TreeMap<>(road.lists()))
        .map(Object::toString)
        .collect(Collectors.joining("\n"));
  }

  /** The step that keeps the records no table could take, in every run that admits any. */
  Step quarantine() {
    return Step.making(Quarantine.TABLE, this::setAside)
        .reading(sources.stream().map(source -> Records.table(source.name())).toList())
        .accompanying(names(sources));
  }

  private void setAside(Lake lake) {
    Dataset<Row> aside =
        bySource.values().stream()
            .filter(Admission::hasQuarantined)
            .map(admission -> admission.quarantined(lake))
            .reduce((all, more) -> all.union(more))
            .orElseGet(() -> lake.rows(Quarantine.TABLE, List.of()));
    List<String> repeated =
        bySource.values().stream()
            .filter(Admission::isRepeated)
            .map(admission -> admission.source().name())
            .toList();
    if (!repeated.isEmpty()) {
      Dataset<Row> again =
          lake.before(Quarantine.TABLE)
              .select(Quarantine.SOURCE.col())
              .where(Quarantine.SOURCE.col().isin(repeated.toArray()))
              .distinct();
      lake.replace(Quarantine.TABLE, aside, again, Quarantine.SOURCE);
    } else if (bySource.values().stream().anyMatch(Admission::hasQuarantined)) {
      lake.append(Quarantine.TABLE, aside);
    }
  }
}
