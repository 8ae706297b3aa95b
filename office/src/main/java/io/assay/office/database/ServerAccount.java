package io.assay.office.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The account PostgreSQL runs under. PostgreSQL refuses root, so a root process enters a user
 * namespace in which it is nobody, or, where namespaces are forbidden, becomes nobody for real.
 */
enum ServerAccount {
  SELF(List.of()),
  NAMESPACE(List.of("unshare", "-U")),
  NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

  private static final long ROOT_ID = 0;
  private static final long NOBODY_ID = 65534;

  private final List<String> prefix;

  ServerAccount(List<String> prefix) {
    this.prefix = prefix;
  }

  /** The account that can run here and may open what {@code cluster} already holds. */
  static ServerAccount choose(Path cluster, Path scratch) throws IOException {
    long self = new UnixSystem().getUid();
    long owner =
        Files.isDirectory(cluster)
            ? ((Number) Files.getAttribute(cluster, "unix:uid")).longValue()
            : self;
    if (owner != self && !(self == ROOT_ID && owner == NOBODY_ID)) {
      throw new DatabaseException(
          "%s belongs to user id %d, this process runs as %d. Run Assay as the owner."
              .formatted(cluster, owner, self));
    }
    if (self != ROOT_ID) {
      return SELF;
    }
    if (owner == ROOT_ID && NAMESPACE.works(scratch)) {
      return NAMESPACE;
    }
    if (NOBODY.works(scratch)) {
      return NOBODY;
    }
    throw new DatabaseException(
        "PostgreSQL does not run as root, and neither 'unshare -U' nor 'setpriv' works here."
            + " Run Assay as an ordinary user, or set ASSAY_DB_URL to a server of your own.");
  }

  /** Makes {@code tree} belong to the account. */
  Path own(Path tree) throws IOException {
    if (this == NOBODY) {
      Directories.give(tree, (int) NOBODY_ID);
    }
    return tree;
  }

  List<String> command(List<String> words) {
    return Stream.concat(prefix.stream(), words.stream()).toList();
  }

  private boolean works(Path scratch) {
    return new Command(command(List.of("true")), scratch).run(Duration.ofSeconds(10)).ok();
  }
}
