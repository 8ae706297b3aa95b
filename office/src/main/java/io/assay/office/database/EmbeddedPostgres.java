package io.assay.office.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A PostgreSQL server that this process starts and stops, durable and reachable on the loopback
 * address only, with a password. One process owns it at a time (a lock file says so); a server left
 * running by a process that was killed is stopped and started again, and PostgreSQL recovers every
 * committed transaction.
 *
 * <p>Not closed on exit by itself: its owner closes it last, after everything that uses it.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  static final String ADMINISTRATOR = "postgres";
  private static final String NAME = "assay";

  private final Cluster cluster;
  private final FileChannel lock;
  private final int port;
  private final String administratorPassword;
  private final String password;
  private boolean closed;

  private EmbeddedPostgres(
      Cluster cluster, FileChannel lock, int port, String administratorPassword, String password) {
    this.cluster = cluster;
    this.lock = lock;
    this.port = port;
    this.administratorPassword = administratorPassword;
    this.password = password;
  }

  /**
   * Starts the server kept in {@code home}, making it first when there is none.
   *
   * @throws DatabaseException if another process owns it, its data is of another major version, or
   *     PostgreSQL cannot run on this machine
   * @throws UncheckedIOException if the files cannot be written
   */
  public static EmbeddedPostgres start(Path home) {
    Path root = home.toAbsolutePath().normalize();
    try {
      Directories.created(root, "rwx--x--x");
      FileChannel lock = locked(root.resolve("lock"));
      try {
        return started(root, lock);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the database in " + root, e);
    }
  }

  /** How the office signs in: an ordinary role that owns its one database. */
  public Database database() {
    return new Database(url(NAME), NAME, password);
  }

  /** How the server's administrator signs in; for making further databases. */
  Database administration() {
    return new Database(url(ADMINISTRATOR), ADMINISTRATOR, administratorPassword);
  }

  /** Stops the server after the statements in hand; idempotent. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try (lock) {
      cluster.stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedPostgres started(Path home, FileChannel lock) throws IOException {
    PostgresBinaries binaries = PostgresBinaries.unpack(home);
    ServerAccount account =
        ServerAccount.choose(home.resolve("cluster"), home.resolve("command.log"));
    Cluster cluster = new Cluster(home, binaries, account);
    String administratorPassword = PrivateFile.secret(home.resolve("administrator.password"));
    String password = PrivateFile.secret(home.resolve("assay.password"));
    cluster.make(administratorPassword);
    if (cluster.running()) {
      cluster.stop();
    }
    cluster.clearStalePid();
    int port = port(home.resolve("port"));
    cluster.start(port);
    EmbeddedPostgres server =
        new EmbeddedPostgres(cluster, lock, port, administratorPassword, password);
    try {
      server.prepare();
    } catch (RuntimeException e) {
      cluster.stop();
      throw e;
    }
    return server;
  }

  private void prepare() {
    Database administration = administration();
    try (Connection connection =
            DriverManager.getConnection(
                administration.url(), administration.user(), administration.password());
        Statement statement = connection.createStatement()) {
      if (absent(statement, "select from pg_roles where rolname = '" + NAME + "'")) {
        statement.execute("create role " + NAME + " login");
      }
      statement.execute("alter role " + NAME + " password '" + password + "'");
      if (absent(statement, "select from pg_database where datname = '" + NAME + "'")) {
        statement.execute("create database " + NAME + " owner " + NAME);
      }
    } catch (SQLException e) {
      throw new DatabaseException("cannot prepare the embedded database: " + e.getMessage(), e);
    }
  }

  private static boolean absent(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return !rows.next();
    }
  }

  private static FileChannel locked(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // The other owner is in this process; the answer is the same.
    }
    channel.close();
    throw new DatabaseException(
        "another Assay process owns the database in %s. Stop it, or set ASSAY_DB_URL."
            .formatted(file.getParent()));
  }

  private static int port(Path file) throws IOException {
    int known = Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
    int port = known == 0 ? free(0) : free(known);
    Files.writeString(file, port + "\n");
    return port;
  }

  /** {@code wanted} when it is free, else a port that is. */
  private static int free(int wanted) throws IOException {
    try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      if (wanted == 0) {
        throw e;
      }
      return free(0);
    }
  }

  private String url(String name) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
  }
}
