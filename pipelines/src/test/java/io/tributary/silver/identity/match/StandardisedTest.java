package io.tributary.silver.identity.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.TestSpark;
import io.tributary.models.identity.compare.Kind;
import io.tributary.models.identity.linkage.Schema;
import io.tributary.silver.identity.match.MatchSpec.FieldSpec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class StandardisedTest {
  private static final List<String> COLUMNS =
      List.of("record_key", "born", "year", "month", "day", "phone", "member", "postcode", "door");

  /** A file in which a column of numbers has gaps is often written with a fraction of zero. */
  @Test
  void aNumberWithAFractionOfZeroIsTheNumber() {
    List<String> whole =
        texts("k", "19151111", "1990", "4", "3", "02079460123", "4711", "2070", "12");

    assertThat(whole)
        .containsExactly("19151111", "19900403", "+442079460123", "4711", "2070", "12 high st");
    assertThat(
            texts(
                "k",
                "19151111.0",
                "1990.0",
                "4.0",
                "3.0",
                "02079460123.0",
                "4711.0",
                "2070.0",
                "12.0"))
        .isEqualTo(whole);
  }

  @Test
  void whatIsNoNumberKeepsItsEnd() {
    assertThat(texts("k", null, null, null, null, null, "a1.0", ".0", "v.0"))
        .containsExactly(null, null, null, "a10", null, "v 0 high st");
  }

  private static List<String> texts(String... cells) {
    StructType columns = new StructType();
    for (String column : COLUMNS) {
      columns = columns.add(column, DataTypes.StringType);
    }
    columns = columns.add("street", DataTypes.StringType);
    Object[] values = Arrays.copyOf((Object[]) cells, cells.length + 1, Object[].class);
    values[cells.length] = "High St";
    Row row = RowFactory.create(values);
    Schema schema = spec().schema();
    Row standardised =
        Standardised.of(TestSpark.session().createDataFrame(List.of(row), columns), schema).first();
    return Arrays.asList(Packed.unpack(standardised.getString(2), schema.size()));
  }

  private static MatchSpec spec() {
    Map<String, FieldSpec> fields = new LinkedHashMap<>();
    fields.put("born", field(Kind.DATE, "born"));
    fields.put("parts", field(Kind.DATE, "year", "month", "day"));
    fields.put("phone", field(Kind.PHONE, "phone"));
    fields.put("member", field(Kind.IDENTIFIER, "member"));
    fields.put("postcode", field(Kind.NUMBER, "postcode"));
    fields.put("home", field(Kind.ADDRESS, "door", "street"));
    return new MatchSpec("GB", fields, List.of(), /* settings= */ null);
  }

  private static FieldSpec field(Kind kind, String... columns) {
    return new FieldSpec(kind, List.of(columns), null, null);
  }
}
