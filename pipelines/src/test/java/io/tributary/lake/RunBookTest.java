package io.tributary.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.Rows;
import io.tributary.TestSpark;
import io.tributary.lake.ops.Alerts;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunBookTest {
  @Test
  void theBooksOfManyRunsAreFewFiles(@TempDir Path folder) {
    Lakehouse house = new Ground(folder).house();
    RunBook book = new RunBook(house);

    for (long run = 1; run <= 40; run++) {
      assertThat(enter(book, run)).isTrue();
      assertThat(enter(book, run)).isFalse();
      assertThat(files(house)).isLessThanOrEqualTo(16);
    }

    assertThat(Rows.of(house.read(TestSpark.session(), Alerts.TABLE)))
        .containsExactlyInAnyOrderElementsOf(
            LongStream.rangeClosed(1, 40).mapToObj(run -> run + " | shop | late").toList());
  }

  private static boolean enter(RunBook book, long run) {
    return book.append(
        Alerts.TABLE, run, "alerts", List.of(RowFactory.create(run, "shop", "late")));
  }

  private static int files(Lakehouse house) {
    long version = house.version(Alerts.TABLE).orElseThrow();
    return FewFiles.of(house.snapshot(TestSpark.session(), Alerts.TABLE, version)).size();
  }
}
