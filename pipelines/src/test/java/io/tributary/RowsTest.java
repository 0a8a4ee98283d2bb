package io.tributary;

import static io.tributary.lake.Field.DATE;
import static io.tributary.lake.Field.FLAG;
import static io.tributary.lake.Field.INSTANT;
import static io.tributary.lake.Field.LONG;
import static io.tributary.lake.Field.MONEY;
import static io.tributary.lake.Field.TEXT;
import static io.tributary.lake.Field.TEXTS;
import static io.tributary.lake.Field.VARIANT;
import static io.tributary.lake.Field.optional;
import static io.tributary.lake.Field.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.lake.Table;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {
  private static final Table BASKETS =
      Table.silver(
          "baskets",
          "One row per basket.",
          required("basket", TEXT, "Basket"),
          optional("paid", MONEY, "Paid"),
          required("bought_at", INSTANT, "Bought"),
          optional("bought_date", DATE, "Day"),
          required("pieces", LONG, "Pieces"),
          required("is_gift", FLAG, "Gift"),
          required("tags", TEXTS, "Tags"),
          optional("note", VARIANT, "Note"));

  @Test
  void cellsBecomeTheDeclaredTypes() {
    var rows =
        Rows.of(
            BASKETS,
            """
            basket | paid | bought_at           | tags   | note
            b1     | 2.5  | 2026-01-02 10:00:00 | [a, b] | {"a":1}
            ''     | -    | 2026-01-02 11:00:00 | []     | -
            """);

    assertThat(rows.head().getDecimal(1)).isEqualTo(new BigDecimal("2.50"));
    assertThat(rows.head().<String>getList(6)).containsExactly("a", "b");
    assertThat(Rows.of(rows))
        .isEqualTo(
            List.of(
                "'' | - | 2026-01-02 11:00:00 | - | 0 | false | [] | -",
                "b1 | 2.50 | 2026-01-02 10:00:00 | - | 0 | false | [a, b] | {\"a\":1}"));
  }

  @Test
  void aDifferenceShowsTheRowsFoundAndExpected() {
    var rows = Rows.of(BASKETS, "basket | pieces\nb1 | 2\nb2 | 3");

    Rows.assertRows(rows, "pieces | basket\n3 | b2\n2 | b1");
    assertThatThrownBy(() -> Rows.assertRows(rows, "basket | pieces\nb1 | 2\nb2 | 4"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("b2 | 3")
        .hasMessageContaining("b2 | 4");
  }

  @Test
  void aMisspeltColumnIsRefused() {
    assertThatThrownBy(() -> Rows.of(BASKETS, "baskt\nb1"))
        .hasMessageContaining("silver.baskets has no column baskt");
  }
}
