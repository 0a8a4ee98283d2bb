package io.tributary.bronze.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tributary.bronze.files.Bytes;
import io.tributary.bronze.files.FileFormat;
import io.tributary.bronze.files.RawRecord;
import io.tributary.bronze.files.RecordStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The first records of a file, read as a night would read them, field by field. */
final class Sample {
  private static final int RECORDS = 5000;
  private static final int ITEMS = 50;
  private static final String ITEM = " item:";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, SeenField> fields = new LinkedHashMap<>();
  private final List<String> lists = new ArrayList<>();
  private final List<String> defects = new ArrayList<>();
  private long records;

  static Sample of(Bytes bytes, FileFormat format) throws IOException {
    Sample sample = new Sample();
    try (RecordStream stream = RecordStream.open(bytes, format)) {
      Iterator<RawRecord> all = stream;
      while (all.hasNext() && sample.records < RECORDS) {
        sample.add(all.next());
      }
    }
    sample.namePeople();
    return sample;
  }

  private void namePeople() {
    Set<String> people =
        ofRecord().stream()
            .filter(SeenField::isPersonal)
            .map(SeenField::parent)
            .collect(Collectors.toSet());
    ofRecord().stream()
        .filter(field -> people.contains(field.parent()))
        .forEach(SeenField::standsBesidePersonal);
  }

  private void add(RawRecord record) throws IOException {
    if (record.defect() != null) {
      defects.add("record " + record.position() + ": " + record.defect());
      return;
    }
    records++;
    walk("record:", "", JSON.readTree(record.record().toJson(ZoneOffset.UTC)));
  }

  private void walk(String base, String path, JsonNode node) {
    if (node.isObject()) {
      node.properties()
          .forEach(member -> walk(base, below(path, member.getKey()), member.getValue()));
    } else if (node.isArray()) {
      list(base, path, node);
    } else if (!path.isEmpty()) {
      field(base, path).saw(node.isNull() ? null : node.asText(), (int) records - 1);
    }
  }

  /** A list of objects is taken apart by a feed; one within another only once more. */
  private void list(String base, String path, JsonNode list) {
    boolean hasObjects = !list.isEmpty() && list.get(0).isObject();
    if (!hasObjects || !base.equals("record:")) {
      return;
    }
    if (!lists.contains(path)) {
      lists.add(path);
    }
    for (int i = 0; i < Math.min(ITEMS, list.size()); i++) {
      walk(path + ITEM, "", list.get(i));
    }
  }

  private static String below(String path, String name) {
    boolean isPlain = name.matches("[\\p{L}_$@#][\\w$@#]*");
    String step = isPlain ? name : "['" + name + "']";
    return path.isEmpty() ? step : path + "." + step;
  }

  private SeenField field(String base, String path) {
    String shown = base.endsWith(ITEM) ? ITEM.strip() + path : base + path;
    String name = path.substring(path.lastIndexOf('.') + 1);
    return fields.computeIfAbsent(base + path, key -> new SeenField(shown, name));
  }

  long records() {
    return records;
  }

  List<String> defects() {
    return defects;
  }

  /** The paths of lists of objects within a record. */
  List<String> lists() {
    return lists;
  }

  /** The fields of the record itself. */
  List<SeenField> ofRecord() {
    return of("record:");
  }

  /** The fields of the items of a list. */
  List<SeenField> ofItems(String list) {
    return of(list + ITEM);
  }

  Collection<SeenField> fields() {
    return fields.values();
  }

  /** The paths of what is personal; of a list that holds such, the list. */
  List<String> personal() {
    return fields.entrySet().stream()
        .filter(field -> field.getValue().isPersonal())
        .map(
            field ->
                field.getKey().contains(ITEM)
                    ? "record:" + field.getKey().substring(0, field.getKey().indexOf(ITEM))
                    : field.getValue().path())
        .distinct()
        .toList();
  }

  private List<SeenField> of(String base) {
    return fields.entrySet().stream()
        .filter(field -> field.getKey().startsWith(base))
        .map(Map.Entry::getValue)
        .toList();
  }
}
