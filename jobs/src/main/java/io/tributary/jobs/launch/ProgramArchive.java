package io.tributary.jobs.launch;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A file of what Spark's compiler made of the programs that earlier nights generated, found by the
 * digest of a program's text. A file that is damaged, or of another layout, counts as empty.
 */
final class ProgramArchive {
  private static final long LAYOUT = 0x5452_4942_434f_4445L;

  /** Programs that only some nights generate are dropped where the file would be larger. */
  private static final long MOST_BYTES = 64L << 20;

  /** A night has some programs of its own, for dates are written into them. */
  private static final double WORTH_KEEPING = 0.05;

  private static final Pattern LAMBDA = Pattern.compile("(?<=Lambda)\\$\\d+/0x[0-9a-f]+");

  private final Path file;
  private final Map<ByteBuffer, ByteBuffer> kept;
  private final Map<ByteBuffer, CompiledProgram> added = new ConcurrentHashMap<>();
  private final Set<ByteBuffer> used = ConcurrentHashMap.newKeySet();

  private ProgramArchive(Path file, Map<ByteBuffer, ByteBuffer> kept) {
    this.file = file;
    this.kept = kept;
  }

  static ProgramArchive of(Path file) {
    try {
      return new ProgramArchive(file, read(file));
    } catch (IOException
        | BufferUnderflowException
        | IllegalArgumentException
        | IndexOutOfBoundsException fault) {
      return new ProgramArchive(file, Map.of());
    }
  }

  private static Map<ByteBuffer, ByteBuffer> read(Path file) throws IOException {
    Map<ByteBuffer, ByteBuffer> kept = new LinkedHashMap<>();
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer from = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      if (from.getLong() != LAYOUT) {
        return Map.of();
      }
      for (int left = from.getInt(); left > 0; left--) {
        byte[] digest = new byte[32];
        from.get(digest);
        int length = from.getInt();
        kept.put(ByteBuffer.wrap(digest), from.slice(from.position(), length));
        from.position(from.position() + length);
      }
    } catch (NoSuchFileException none) {
      return Map.of();
    }
    return kept;
  }

  /**
   * By what a program is found: its text, but for the names that the JVM gives to lambdas, which
   * are others in each process and stand in messages of faults alone.
   */
  static ByteBuffer digest(String program) {
    try {
      byte[] text = LAMBDA.matcher(program).replaceAll("").getBytes(StandardCharsets.UTF_8);
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** What was made of a program; empty where it is not known, or its bytes are not as written. */
  Optional<CompiledProgram> find(ByteBuffer digest) {
    CompiledProgram fresh = added.get(digest);
    return fresh == null ? findKept(digest) : Optional.of(fresh);
  }

  private Optional<CompiledProgram> findKept(ByteBuffer digest) {
    ByteBuffer found = kept.get(digest);
    if (found == null) {
      return Optional.empty();
    }
    ByteBuffer from = found.duplicate();
    long checksum = from.getLong();
    byte[] bytes = bytes(from);
    if (checksum(bytes) != checksum) {
      return Optional.empty();
    }
    try {
      CompiledProgram program = CompiledProgram.of(bytes);
      used.add(digest);
      return Optional.of(program);
    } catch (IOException fault) {
      return Optional.empty();
    }
  }

  void add(ByteBuffer digest, CompiledProgram code) {
    added.put(digest, code);
  }

  /** Writes the file anew where enough was added; a failure costs later starts time, no more. */
  void keep() {
    if (added.size() <= WORTH_KEEPING * kept.size()) {
      return;
    }
    try {
      Map<ByteBuffer, byte[]> entries = worthKeeping();
      WholeFile.write(file, draft -> write(draft, entries));
    } catch (IOException fault) {
      return;
    }
  }

  /** What was needed now comes first, then what was needed before, as far as there is room. */
  private Map<ByteBuffer, byte[]> worthKeeping() throws IOException {
    Map<ByteBuffer, byte[]> all = new LinkedHashMap<>();
    used.forEach(digest -> all.put(digest, bytes(kept.get(digest))));
    for (Map.Entry<ByteBuffer, CompiledProgram> one : added.entrySet()) {
      all.put(one.getKey(), entry(one.getValue().bytes()));
    }
    kept.forEach((digest, entry) -> all.computeIfAbsent(digest, unused -> bytes(entry)));
    long room = MOST_BYTES;
    Map<ByteBuffer, byte[]> fitting = new LinkedHashMap<>();
    for (Map.Entry<ByteBuffer, byte[]> one : all.entrySet()) {
      room -= one.getValue().length;
      if (room >= 0) {
        fitting.put(one.getKey(), one.getValue());
      }
    }
    return fitting;
  }

  private static byte[] bytes(ByteBuffer entry) {
    byte[] bytes = new byte[entry.remaining()];
    entry.duplicate().get(bytes);
    return bytes;
  }

  private static byte[] entry(byte[] code) {
    return ByteBuffer.allocate(Long.BYTES + code.length).putLong(checksum(code)).put(code).array();
  }

  private static long checksum(byte[] code) {
    CRC32 checksum = new CRC32();
    checksum.update(code);
    return checksum.getValue();
  }

  private static void write(Path to, Map<ByteBuffer, byte[]> entries) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
      out.writeLong(LAYOUT);
      out.writeInt(entries.size());
      for (Map.Entry<ByteBuffer, byte[]> one : entries.entrySet()) {
        out.write(one.getKey().array());
        out.writeInt(one.getValue().length);
        out.write(one.getValue());
      }
    }
  }
}
