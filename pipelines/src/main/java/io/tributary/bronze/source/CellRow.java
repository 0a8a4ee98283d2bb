package io.tributary.bronze.source;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.types.variant.Variant;

/** The values that are read of a record, or of each item of a list, side by side. */
final class CellRow implements Serializable {
  private static final long serialVersionUID = 1L;

  private final CellNode top = new CellNode();
  private final List<DataType> types = new ArrayList<>();
  private final List<Integer> lists = new ArrayList<>();
  private final List<CellRow> items = new ArrayList<>();

  CellNode at(RecordPaths.Reference reference) {
    CellNode node = top;
    for (Object step : reference.steps()) {
      node = node.below(step);
    }
    return node;
  }

  int size() {
    return types.size();
  }

  int addText() {
    return add(DataTypes.StringType);
  }

  int addVariant() {
    return add(DataTypes.VariantType);
  }

  int addTyped(DataType type) {
    int place = add(type);
    add(DataTypes.BooleanType);
    return place;
  }

  int addList(CellRow ofItems) {
    int place = add(DataTypes.NullType);
    lists.add(place);
    items.add(ofItems);
    add(DataTypes.BooleanType);
    return place;
  }

  private int add(DataType type) {
    types.add(type);
    return types.size() - 1;
  }

  /** The name of a place in the row. */
  static String name(int place) {
    return "c" + place;
  }

  /** The row's type, once all that is to be read has been named. */
  StructType type() {
    List<StructField> fields = new ArrayList<>();
    for (int place = 0; place < types.size(); place++) {
      int list = lists.indexOf(place);
      DataType type =
          list < 0 ? types.get(place) : DataTypes.createArrayType(items.get(list).type());
      fields.add(DataTypes.createStructField(name(place), type, /* nullable= */ true));
    }
    return DataTypes.createStructType(fields);
  }

  Row of(Variant value) {
    Object[] row = new Object[types.size()];
    top.read(value, row);
    return RowFactory.create(row);
  }

  List<Row> ofEach(Variant list) {
    int size = list.arraySize();
    List<Row> rows = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      rows.add(of(list.getElementAtIndex(i)));
    }
    return rows;
  }
}
