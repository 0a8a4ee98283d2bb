package io.tributary.jobs.night;

import io.tributary.bronze.Records;
import io.tributary.bronze.source.Source;
import io.tributary.jobs.settings.Settings;
import io.tributary.lake.Table;
import io.tributary.lake.TributaryException;
import io.tributary.lake.YamlFile;
import io.tributary.silver.BlockList;
import io.tributary.silver.ContactPoints;
import io.tributary.silver.CustomerRecord;
import io.tributary.silver.PhoneNumbers;
import io.tributary.silver.identity.FirstNight;
import io.tributary.silver.identity.match.MatchSpec;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Sources landed into a lakehouse of their own, to see whom a first night takes for whom. */
public final class IdentityTrial {
  private final Workspace workspace;
  private final List<Source> sources;
  private final MatchSpec spec;

  public IdentityTrial(Workspace workspace, List<Source> sources) {
    this.workspace = workspace;
    this.sources = List.copyOf(sources);
    spec = spec(workspace.settings());
  }

  private static MatchSpec spec(Settings settings) {
    if (settings.identity() == null) {
      throw TributaryException.usage(
          "%s names no 'identity' file, which says how people are compared. Name one, such as"
                  .formatted(settings.file())
              + " conf/identity.yaml.");
    }
    return YamlFile.read(settings.identity(), MatchSpec.class);
  }

  /** Lands the sources and makes profiles of them; how many. */
  public long land() {
    List<String> tables =
        List.of(
            "+" + CustomerRecord.TABLE.qualifiedName(), "+" + ContactPoints.TABLE.qualifiedName());
    new Night(workspace).perform(Selection.names(tables));
    long profiles = customerRecord().count();
    if (profiles == 0) {
      throw TributaryException.usage(
          "There is not one customer profile of %s. 'tributary source test' shows what becomes of a"
                  .formatted(sources.stream().map(Source::name).collect(Collectors.joining(", ")))
              + " source's records.");
    }
    return profiles;
  }

  public Dataset<Row> customerRecord() {
    return read(CustomerRecord.TABLE);
  }

  /** A first night among profiles whose persons are known; the others are left out. */
  public FirstNight night(Dataset<Row> known, Consumer<String> log) {
    Settings settings = workspace.settings();
    Dataset<Row> keys = known.select(Records.RECORD_KEY.col());
    return new FirstNight(
        new FirstNight.Inputs(
            customerRecord().join(keys, Records.RECORD_KEY.name()),
            read(ContactPoints.TABLE).join(keys, Records.RECORD_KEY.name())),
        spec,
        settings.sharedIdentifierLimit(),
        BlockList.hashes(blocked(), Pipelines.hash(settings), PhoneNumbers.of(spec)),
        log);
  }

  private Dataset<Row> read(Table table) {
    return workspace.house().read(workspace.house().session(), table);
  }

  private Dataset<Row> blocked() {
    return workspace
        .house()
        .session()
        .createDataFrame(BlockList.rows(spec.blockList()), BlockList.TABLE.schema());
  }
}
