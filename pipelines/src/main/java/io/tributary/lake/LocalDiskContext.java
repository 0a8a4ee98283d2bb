package io.tributary.lake;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFs;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FsConstants;

/** {@link LocalDisk} for Hadoop's second interface, by which Delta writes its logs. */
public final class LocalDiskContext extends ChecksumFs {

  /** Made by Hadoop, by the name of the class. */
  public LocalDiskContext(URI uri, Configuration configuration)
      throws IOException, URISyntaxException {
    super(new Raw(configuration));
  }

  private static final class Raw extends DelegateToFileSystem {
    Raw(Configuration configuration) throws IOException, URISyntaxException {
      super(
          FsConstants.LOCAL_FS_URI,
          new LocalDisk.Raw(),
          configuration,
          FsConstants.LOCAL_FS_URI.getScheme(),
          /* authorityRequired= */ false);
    }

    /** A disk has rules of its own. */
    @Override
    public boolean isValidName(String path) {
      return true;
    }
  }
}
