package io.tributary.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.SparkSession;

/** The file systems under the lakehouse and its landing folders, local or remote. */
public final class Storage {
  private static final Pattern LOG_ENTRY = Pattern.compile("(\\d{20})\\.json");

  private final Configuration configuration;

  public Storage(SparkSession session) {
    this(session.sparkContext().hadoopConfiguration());
  }

  public Storage(Configuration configuration) {
    this.configuration = configuration;
  }

  /** A file as its folder lists it; the time is in milliseconds since 1970. */
  public record Listed(String path, long bytes, long modified) {}

  static String absolute(SparkSession session, String path) {
    return new Storage(session).absolute(path);
  }

  /** The path with its scheme and without a trailing slash. */
  public String absolute(String path) {
    try {
      Path raw = new Path(path);
      String full = raw.getFileSystem(configuration).makeQualified(raw).toString();
      return full.replaceFirst("^file:/+", "/");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every file below a folder, hidden ones left out; none when there is no such folder. */
  public List<Listed> filesBelow(String folder) {
    String absolute = absolute(folder);
    if (absolute.startsWith("/")) {
      return filesBelowLocally(java.nio.file.Path.of(absolute));
    }
    List<Listed> files = new ArrayList<>();
    try {
      Path root = new Path(folder);
      RemoteIterator<LocatedFileStatus> all = system(folder).listFiles(root, true);
      while (all.hasNext()) {
        FileStatus file = all.next();
        if (!isHidden(file.getPath().getName())) {
          files.add(listed(file));
        }
      }
    } catch (FileNotFoundException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** Hadoop starts a process for each local file that it lists, to ask whose it is. */
  private static List<Listed> filesBelowLocally(java.nio.file.Path folder) {
    List<Listed> files = new ArrayList<>();
    try {
      Set<FileVisitOption> following = Set.of(FileVisitOption.FOLLOW_LINKS);
      Files.walkFileTree(folder, following, Integer.MAX_VALUE, new Walk(files));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** Adds each file it comes by to a list; one that goes meanwhile is passed over. */
  private static final class Walk extends SimpleFileVisitor<java.nio.file.Path> {
    private final List<Listed> files;

    Walk(List<Listed> files) {
      this.files = files;
    }

    @Override
    public FileVisitResult visitFile(java.nio.file.Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && !isHidden(file.getFileName().toString())) {
        long modified = attributes.lastModifiedTime().toMillis();
        files.add(new Listed(file.toString(), attributes.size(), modified));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(java.nio.file.Path file, IOException fault)
        throws IOException {
      if (fault instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw fault;
    }
  }

  /** The file as it is now, or null when it is gone. */
  public Listed status(String path) {
    try {
      return listed(system(path).getFileStatus(new Path(path)));
    } catch (FileNotFoundException e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public InputStream open(String path) throws IOException {
    return system(path).open(new Path(path));
  }

  /** Writes a small file in the place of what was there; readers see the one or the other whole. */
  public void write(String path, byte[] content) {
    if (path.startsWith("/")) {
      writeLocally(java.nio.file.Path.of(path), content);
      return;
    }
    try (OutputStream out = system(path).create(new Path(path), /* overwrite */ true)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeLocally(java.nio.file.Path path, byte[] content) {
    try {
      Files.createDirectories(path.getParent());
      java.nio.file.Path whole = path.resolveSibling("." + UUID.randomUUID());
      Files.write(whole, content);
      Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a small file where none is; false when one is there, whoever put it. */
  public boolean createNew(String path, byte[] content) {
    try {
      if (path.startsWith("/")) {
        // Hadoop's local file system looks and then writes; the JDK's does both at once.
        Files.createDirectories(java.nio.file.Path.of(path).getParent());
        Files.write(java.nio.file.Path.of(path), content, StandardOpenOption.CREATE_NEW);
        return true;
      }
      try (OutputStream out = conditional(path)) {
        out.write(content);
      }
      return true;
    } catch (java.nio.file.FileAlreadyExistsException | FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      if (e.getClass().getSimpleName().equals("RemoteFileChangedException")) {
        return false;
      }
      throw new UncheckedIOException(e);
    }
  }

  private OutputStream conditional(String path) throws IOException {
    return (OutputStream)
        system(path)
            .createFile(new Path(path))
            .overwrite(false)
            .recursive()
            .opt("fs.option.create.conditional.overwrite", "true")
            .build();
  }

  public void delete(String path) {
    try {
      system(path).delete(new Path(path), /* recursive */ false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The newest version in a table's log; -1 when there is no table. */
  long latestVersion(String table) {
    try {
      Path log = new Path(table, "_delta_log");
      return Arrays.stream(system(table).listStatus(log))
          .map(file -> LOG_ENTRY.matcher(file.getPath().getName()))
          .filter(Matcher::matches)
          .mapToLong(name -> Long.parseLong(name.group(1)))
          .max()
          .orElse(-1);
    } catch (FileNotFoundException e) {
      return -1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FileSystem system(String path) throws IOException {
    return new Path(path).getFileSystem(configuration);
  }

  private static Listed listed(FileStatus file) {
    String path = file.getPath().toString().replaceFirst("^file:/+", "/");
    return new Listed(path, file.getLen(), file.getModificationTime());
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".") || name.startsWith("_");
  }
}
