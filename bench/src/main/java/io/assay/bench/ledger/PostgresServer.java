package io.assay.bench.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL server of the bundled binaries, with fsync on, for the time of a measurement. */
final class PostgresServer implements AutoCloseable {

  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

  private final Path home;
  private final Path data;
  private final int port;

  PostgresServer(Path directory) throws IOException {
    this.home = Files.createDirectories(directory.resolve("pgsql"));
    this.data = directory.resolve("pgdata");
    try (ServerSocket free = new ServerSocket(0)) {
      this.port = free.getLocalPort();
    }
    Path archive = directory.resolve("pgsql.txz");
    try (InputStream in = PostgresServer.class.getResourceAsStream(ARCHIVE)) {
      if (in == null) {
        throw new IOException("the PostgreSQL binaries are not on the class path");
      }
      Files.copy(in, archive);
    }
    run("tar", "-xJf", archive.toString(), "-C", home.toString());
    run("unshare", "-U", tool("initdb"), "-D", data.toString(), "-U", "bench", "-A", "trust");
    run(
        "unshare",
        "-U",
        tool("pg_ctl"),
        "-D",
        data.toString(),
        "-w",
        "-o",
        "-c listen_addresses=127.0.0.1 -c port="
            + port
            + " -c unix_socket_directories='' -c max_connections=100"
            + " -c fsync=on -c synchronous_commit=on",
        "-l",
        directory.resolve("pg.log").toString(),
        "start");
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "bench", "");
  }

  @Override
  public void close() throws IOException {
    run("unshare", "-U", tool("pg_ctl"), "-D", data.toString(), "-m", "fast", "stop");
  }

  private String tool(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  private static void run(String... command) throws IOException {
    List<String> words = new ArrayList<>(List.of(command));
    int status =
        new ProcessBuilder(words)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start()
            .onExit()
            .join()
            .exitValue();
    if (status != 0) {
      throw new IOException(words + " ended with status " + status);
    }
  }
}
