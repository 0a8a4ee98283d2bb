package io.tributary.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDiskTest {
  private final Configuration configuration = new Configuration();
  private final FileSystem disk = new LocalDisk();

  @TempDir private java.nio.file.Path folder;

  @BeforeEach
  void aStrictMask() throws IOException {
    configuration.set("fs.permissions.umask-mode", "027");
    configuration.set("fs.AbstractFileSystem.file.impl", LocalDiskContext.class.getName());
    disk.initialize(URI.create("file:///"), configuration);
  }

  @Test
  void whatIsMadeHasThePermissionsThatHadoopGives() throws IOException {
    FileSystem hadoops = new LocalFileSystem();
    hadoops.initialize(URI.create("file:///"), configuration);

    disk.create(path("ours/file")).close();
    hadoops.create(path("theirs/file")).close();
    FileContext.getFileContext(configuration)
        .create(path("ours/log"), EnumSet.of(CreateFlag.CREATE))
        .close();

    assertThat(permissions("ours/file")).isEqualTo("rw-r-----").isEqualTo(permissions("ours/log"));
    for (String made : new String[] {"", "/file", "/.file.crc"}) {
      assertThat(permissions("ours" + made)).as(made).isEqualTo(permissions("theirs" + made));
    }
  }

  @Test
  void aLinkIsToldFromAFile() throws IOException {
    disk.create(path("file")).close();
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("file"));

    assertThat(disk.getFileLinkStatus(path("file")).isSymlink()).isFalse();
    assertThat(disk.getFileLinkStatus(path("link")).isSymlink()).isTrue();
    assertThatThrownBy(() -> disk.getFileLinkStatus(path("gone")))
        .isInstanceOf(FileNotFoundException.class);
  }

  /** As Delta puts an entry in a table's log. */
  @Test
  void aNameThatIsTakenIsNotTakenAgain() throws IOException {
    FileContext context = FileContext.getFileContext(configuration);
    disk.create(path("first")).close();
    disk.create(path("second")).close();
    context.rename(path("first"), path("entry"), Options.Rename.NONE);

    assertThatThrownBy(() -> context.rename(path("second"), path("entry"), Options.Rename.NONE))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(folder.resolve("second")).exists();
  }

  private Path path(String name) {
    return new Path(folder + "/" + name);
  }

  private String permissions(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
  }
}
