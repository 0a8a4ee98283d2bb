package io.tributary.silver;

import static org.apache.spark.sql.functions.regexp_extract;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.lake.ops.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists that come whole, in whatever order they come. */
class SnapshotsTest {
  private static final LocalDate LAST = LocalDate.of(2026, 6, 4);

  @TempDir private static Path folder;
  private static SilverHouse inOrder;

  @BeforeAll
  static void deliver() {
    list("2026-06-01/club", "a,true,Bonn", "b,true,Ulm");
    list("2026-06-01/shop", "a,true,Kiel");
    list("2026-06-02/club", "a,true,Jena", "c,true,Ulm");
    list("2026-06-03/club", "a,true,Bonn", "d,true,Ulm", "d,true,Ulm");
    list("2026-06-03/shop", "e,true,Kiel");
    // Nobody of it can be read, so the list before it stands.
    list("2026-06-04/club", "a,maybe,Bonn");
    list("2026-06-04/shop", "e,true,Kiel", "f,maybe,Kiel");
    inOrder = nights(1, 2, 3, 4);
  }

  @Test
  void eachListReplacesTheOneBefore() {
    Rows.assertRows(
        inOrder.table(CustomerRecord.TABLE),
        """
        record_key     | city
        members/club/a | Bonn
        members/club/d | Ulm
        members/shop/e | Kiel
        """);
    assertThat(ledger(inOrder))
        .containsExactlyInAnyOrder(
            "2026-06-01/club | 2 | 0 | 0 | 2 | 0",
            "2026-06-01/shop | 1 | 0 | 0 | 1 | 0",
            "2026-06-02/club | 2 | 0 | 0 | 2 | 0",
            "2026-06-03/club | 3 | 2 | 1 | 0 | 0",
            "2026-06-03/shop | 1 | 0 | 0 | 1 | 0",
            "2026-06-04/club | 1 | 0 | 0 | 0 | 1",
            "2026-06-04/shop | 2 | 1 | 0 | 0 | 1");
  }

  @Test
  void listsThatComeLateReplaceNothingNewer() {
    SilverHouse late = nights(3, 1, 4, 2);

    assertThat(late.silver()).isEqualTo(inOrder.silver());
    assertThat(ledger(late)).isEqualTo(ledger(inOrder));
  }

  private static void list(String name, String... members) {
    StringBuilder text = new StringBuilder("id,verified,city,email,since,changed\n");
    for (String member : members) {
      text.append(member).append(",x@x.example,2026-01-01,2026-01-01\n");
    }
    new NightFiles(folder.resolve("landing")).file("members/" + name + ".csv", text.toString());
  }

  /** A house to which the lists come a day a night, in an order. */
  private static SilverHouse nights(int... days) {
    String name = IntStream.of(days).mapToObj(String::valueOf).collect(Collectors.joining("_"));
    SilverHouse house =
        new SilverHouse(
            folder.resolve(name),
            folder.resolve("landing"),
            List.of(NightFiles.source("members")),
            new Business("USD", "America/New_York", Map.of()));
    for (int day : days) {
      house.night(LAST, file -> file.delivered().getDayOfMonth() == day, step -> true);
    }
    return house;
  }

  private static List<String> ledger(SilverHouse house) {
    return house.ledger(regexp_extract(Files.FILE.col(), "members/(.*)[.]csv", 1));
  }
}
