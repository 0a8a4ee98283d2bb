package io.tributary.lake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageTest {
  private final Storage storage = new Storage(new Configuration());

  @TempDir private Path folder;

  @Test
  void aFileIsPutOnceAndTheFirstStays() throws IOException {
    String path = path("below/seat");

    assertThat(storage.createNew(path, bytes("first"))).isTrue();
    assertThat(storage.createNew(path, bytes("second"))).isFalse();
    assertThat(text(path)).isEqualTo("first");
  }

  @Test
  void aFilePutAnewAfterItsRemovalIsReadAsItIs() throws IOException {
    String path = path("seat");
    storage.write(path, bytes("written over and over"));
    Files.delete(Path.of(path));

    assertThat(storage.createNew(path, bytes("new"))).isTrue();
    assertThat(text(path)).isEqualTo("new");
  }

  @Test
  void writingReplacesAndLeavesNothingBeside() throws IOException {
    storage.write(path("note"), bytes("a longer text than the next"));
    storage.write(path("note"), bytes("short"));

    assertThat(text(path("note"))).isEqualTo("short");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("note"));
    }
  }

  @Test
  void hiddenFilesAreNoDeliveriesAndAMissingFolderIsEmpty() {
    put("a.csv");
    put("2026-01-01/b.csv");
    put(".a.csv.crc");
    put("_SUCCESS");
    put("2026-01-01/_part");

    assertThat(storage.filesBelow(folder.toString()))
        .extracting(Storage.Listed::path)
        .containsExactlyInAnyOrder(path("a.csv"), path("2026-01-01/b.csv"));
    assertThat(storage.filesBelow(path("nowhere"))).isEmpty();
  }

  @Test
  void aLinkedFolderIsWalkedAndALinkToNothingIsNoDelivery() throws IOException {
    put("elsewhere/a.csv");
    Files.createDirectories(folder.resolve("landing"));
    Files.createSymbolicLink(folder.resolve("landing/linked"), folder.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("landing/gone.csv"), folder.resolve("nowhere"));

    assertThat(storage.filesBelow(path("landing")))
        .containsExactly(
            new Storage.Listed(
                path("landing/linked/a.csv"),
                3,
                storage.status(path("elsewhere/a.csv")).modified()));
  }

  @Test
  void aFileIsListedWithItsSizeAndIsNullWhenItIsGone() {
    put("a.csv");

    assertThat(storage.status(path("a.csv")).bytes()).isEqualTo("any".length());
    assertThat(storage.status(path("b.csv"))).isNull();
  }

  @Test
  void theLatestVersionIsThatOfTheLastCommitWhateverElseLiesInTheLog() {
    put("table/_delta_log/00000000000000000009.json");
    put("table/_delta_log/00000000000000000010.json");
    put("table/_delta_log/00000000000000000011.crc");
    put("table/_delta_log/00000000000000000012.checkpoint.parquet");
    put("table/_delta_log/.00000000000000000013.json.tmp");
    put("table/_delta_log/00000000000000000002.00000000000000000014.compacted.json");

    assertThat(storage.latestVersion(path("table"))).isEqualTo(10);
    assertThat(storage.latestVersion(path("nowhere"))).isEqualTo(-1);
  }

  @Test
  void localPathsLoseTheirSchemeAndTheirTrailingSlash() {
    assertThat(storage.absolute("file:///data/lake/")).isEqualTo("/data/lake");
    assertThat(storage.absolute("/data/lake")).isEqualTo("/data/lake");
    assertThat(storage.absolute("lake")).isEqualTo(Path.of("lake").toAbsolutePath().toString());
  }

  private void put(String name) {
    storage.createNew(path(name), bytes("any"));
  }

  private String path(String name) {
    return folder + "/" + name;
  }

  private String text(String path) throws IOException {
    try (var in = storage.open(path)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
