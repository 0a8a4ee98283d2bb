package io.tributary.bronze.source;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.types.variant.Variant;
import org.apache.spark.types.variant.Variant.ObjectField;
import org.apache.spark.types.variant.VariantUtil;
import org.apache.spark.unsafe.types.VariantVal;

/** What is read at one place of a record, and the way on to the places below it. */
final class CellNode implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int NONE = -1;

  private final Map<String, CellNode> fields = new HashMap<>();
  private final Map<Integer, CellNode> elements = new HashMap<>();
  private final Map<Choice, CellNode> choices = new HashMap<>();
  private final Map<String, Cell> typed = new HashMap<>();
  private int text = NONE;
  private int variant = NONE;
  private int list = NONE;
  private CellRow items;

  CellNode below(Object step) {
    if (step instanceof Integer place) {
      return elements.computeIfAbsent(place, any -> new CellNode());
    }
    return step instanceof Choice choice
        ? choices.computeIfAbsent(choice, any -> new CellNode())
        : fields.computeIfAbsent((String) step, any -> new CellNode());
  }

  /** The place of the value's text in the row. */
  int text(CellRow row) {
    text = text == NONE ? row.addText() : text;
    return text;
  }

  /** The place of the value as it is. */
  int variant(CellRow row) {
    variant = variant == NONE ? row.addVariant() : variant;
    return variant;
  }

  /** The place of the value as a type, which {@link Cell} says whether it fits. */
  int typed(CellRow row, RecordPaths.Reference reference) {
    String type = reference.type().toLowerCase(Locale.ROOT);
    int next = row.size();
    Cell cell = typed.get(type);
    if (cell == null) {
      cell = new Cell(next, reference);
      typed.put(type, cell);
      row.addTyped(cell.type());
    }
    return cell.place();
  }

  /** What is read of each item, if the value is a list. */
  CellRow items() {
    items = items == null ? new CellRow() : items;
    return items;
  }

  /** The place of the list's rows; whether there is something that is no list follows. */
  int list(CellRow row) {
    list = list == NONE ? row.addList(items()) : list;
    return list;
  }

  void read(Variant value, Object[] row) {
    VariantUtil.Type type = value.getType();
    if (type == VariantUtil.Type.NULL) {
      return;
    }
    readHere(value, type, row);
    if (type == VariantUtil.Type.OBJECT && !fields.isEmpty()) {
      readFields(value, row);
    } else if (type == VariantUtil.Type.ARRAY) {
      elements.forEach(
          (place, node) -> {
            if (place < value.arraySize()) {
              node.read(value.getElementAtIndex(place), row);
            }
          });
      readChosen(value, row);
    }
  }

  /** Of several elements that a choice fits, the first counts. */
  private void readChosen(Variant list, Object[] row) {
    if (choices.isEmpty()) {
      return;
    }
    Map<Choice, CellNode> open = new HashMap<>(choices);
    Set<String> named = choices.keySet().stream().map(Choice::field).collect(Collectors.toSet());
    for (int i = 0; i < list.arraySize() && !open.isEmpty(); i++) {
      Variant element = list.getElementAtIndex(i);
      if (element.getType() == VariantUtil.Type.OBJECT) {
        for (String field : named) {
          Variant said = element.getFieldByKey(field);
          CellNode node =
              said == null
                  ? null
                  : open.remove(new Choice(field, CellText.of(said, said.getType())));
          if (node != null) {
            node.read(element, row);
          }
        }
      }
    }
  }

  private void readFields(Variant object, Object[] row) {
    int size = object.objectSize();
    for (int i = 0; i < size; i++) {
      ObjectField field = object.getFieldAtIndex(i);
      CellNode node = fields.get(field.key);
      if (node != null) {
        node.read(field.value, row);
      }
    }
  }

  private void readHere(Variant value, VariantUtil.Type type, Object[] row) {
    if (variant != NONE) {
      row[variant] = new VariantVal(value.getValue(), value.getMetadata());
    }
    if (list != NONE) {
      row[list] = type == VariantUtil.Type.ARRAY ? items.ofEach(value) : null;
      row[list + 1] = type != VariantUtil.Type.ARRAY && !CellText.of(value, type).isBlank();
    }
    if (text != NONE || !typed.isEmpty()) {
      String found = CellText.of(value, type);
      if (text != NONE) {
        row[text] = found;
      }
      typed.values().forEach(cell -> cell.read(found, row));
    }
  }
}
