package io.tributary.jobs.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.lake.Field;
import io.tributary.lake.Table;
import io.tributary.lake.TributaryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnersTest {
  private static final Field ID = Field.required("id", Field.LONG, "Its number");
  private static final Table ORDERS = Table.silver("orders", "One row per order.", ID);
  private static final Table LINES = Table.silver("order_lines", "One row per line.", ID);
  private static final Table KPIS = Table.gold("daily_kpis", "One row per day.", ID);

  @TempDir private Path folder;

  @Test
  void theFirstNameThatFitsTellsTheOwner() throws IOException {
    Owners owners =
        written(
            """
            silver.orders: Sales
            silver.order*: Shop
            "*": Data engineering
            """);

    assertThat(List.of(ORDERS, LINES, KPIS).stream().map(owners::of))
        .containsExactly("Sales", "Shop", "Data engineering");
  }

  @Test
  void aTableWithoutAnOwnerIsNamed() throws IOException {
    Owners owners = written("silver.*: Shop");

    assertThatThrownBy(() -> owners.of(KPIS))
        .isInstanceOf(TributaryException.class)
        .hasMessageContaining("owners.yaml: nobody owns gold.daily_kpis");
  }

  @Test
  void aNameThatNoTableHasIsRefused() throws IOException {
    Owners owners = written("silver.ordres: Shop");

    assertThatThrownBy(() -> owners.requireTables(List.of(ORDERS, KPIS)))
        .isInstanceOf(TributaryException.class)
        .hasMessageContaining("silver.ordres: there is no such table");
  }

  private Owners written(String yaml) throws IOException {
    return Owners.read(Files.writeString(folder.resolve("owners.yaml"), yaml));
  }
}
