package io.tributary.bronze.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileAuditTest {
  private static final FileFormat JSONL = FileFormat.jsonLines();

  /** A store that breaks after some bytes. */
  private static InputStream breaking(String first) {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            throw new IOException("connection reset");
          }
        };
    return new SequenceInputStream(new ByteArrayInputStream(first.getBytes(UTF_8)), broken);
  }

  private static FileFormat format(FileFormat.Kind kind) {
    return new FileFormat(
        kind, kind == FileFormat.Kind.XML ? "list/member" : "$[*]", null, null, null, null, null);
  }

  @Test
  void theHashIsOfTheBytesAsDelivered() {
    var facts = Landed.audit(JSONL, "abc".getBytes(UTF_8));

    assertThat(facts.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(facts.bytes()).isEqualTo(3);
    assertThat(facts.defect()).isNull();
  }

  @Test
  void aFileIsHashedToItsEndEvenWhenGivenUpEarly() {
    byte[] longFile = ("<!DOCTYPE x><list>" + " ".repeat(1_000_000)).getBytes(UTF_8);

    var asXml = Landed.audit(FileFormat.xml("list/member"), longFile);

    assertThat(asXml.defect()).isNotNull();
    assertThat(asXml.bytes()).isEqualTo(longFile.length);
    assertThat(asXml.sha256()).isEqualTo(Landed.audit(JSONL, longFile).sha256());
  }

  @ParameterizedTest
  @EnumSource(FileFormat.Kind.class)
  void anEmptyFileIsADefect(FileFormat.Kind kind) {
    assertThat(Landed.defect(format(kind), ""))
        .isEqualTo("f: empty (0 bytes); have it delivered again");
  }

  @ParameterizedTest
  @EnumSource(names = {"CSV", "JSON", "XML"})
  void aFileOfWhiteSpaceOnlyIsADefectWhereADocumentOrAHeaderIsDue(FileFormat.Kind kind) {
    assertThat(Landed.defect(format(kind), "\n\r\n\n")).isNotNull();
  }

  @Test
  void linesOfWhiteSpaceOnlyAreADayOnWhichNothingHappened() {
    assertThat(Landed.defect(JSONL, "\n\r\n\n")).isNull();
  }

  @Test
  void anEmptyFileHasNoRecordsToLose() {
    assertThat(Landed.raw(JSONL, "")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\rb", "a\u001bb"})
  void aNameCannotForgeALineOfALog(String name) throws IOException {
    var facts = FileAudit.of(InputStream::nullInputStream, name, JSONL);

    assertThat(facts.defect()).startsWith("a?b: ");
  }

  @ParameterizedTest
  @EnumSource(FileFormat.Kind.class)
  void aStoreThatBreaksIsOurFaultAndNotTheFiles(FileFormat.Kind kind) {
    String first = kind == FileFormat.Kind.XML ? "<list><member>" : "[\n";

    assertThatThrownBy(() -> FileAudit.of(() -> breaking(first), "f", format(kind)))
        .isInstanceOf(IOException.class)
        .hasMessage("connection reset");
    assertThatThrownBy(() -> readAll(() -> breaking(first), format(kind)))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage("connection reset");
  }

  private static void readAll(Bytes bytes, FileFormat format) throws IOException {
    try (RecordStream records = RecordStream.open(bytes, format)) {
      records.forEachRemaining(record -> {});
    }
  }

  @Test
  void theColumnsOfAFileThatWentBadSinceAreNone() {
    FileFormat csv = FileFormat.of("csv");
    byte[] good = Landed.gzip("id,day\n1,2026-06-01\n");

    assertThat(FileAudit.names(() -> new ByteArrayInputStream(good), csv))
        .containsExactly("id", "day");
    assertThat(FileAudit.names(() -> new ByteArrayInputStream(good, 0, 12), csv)).isEmpty();
    assertThat(
            FileAudit.names(
                () -> {
                  throw new FileNotFoundException("tidied away");
                },
                csv))
        .isEmpty();
  }
}
