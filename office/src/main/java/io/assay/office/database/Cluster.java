package io.assay.office.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One PostgreSQL data directory, and the programs that make, start and stop its server. */
record Cluster(Path home, PostgresBinaries binaries, ServerAccount account) {
  private static final Duration MAKING = Duration.ofMinutes(3);
  private static final Duration STARTING = Duration.ofMinutes(5);
  private static final Duration STOPPING = Duration.ofMinutes(2);

  Path directory() {
    return home.resolve("cluster");
  }

  /** Makes the data directory on the first start; a half-made one never gets its final name. */
  void make(String password) throws IOException {
    if (Files.isDirectory(directory())) {
      refuseOtherVersion();
      return;
    }
    Path part = Directories.emptied(home.resolve("cluster.part"));
    account.own(Directories.created(part, "rwx------"));
    Path passwordFile = home.resolve("initdb.password");
    PrivateFile.write(passwordFile, password);
    account.own(passwordFile);
    run(
        MAKING,
        "initdb",
        "--pgdata=" + part,
        "--username=" + EmbeddedPostgres.ADMINISTRATOR,
        "--pwfile=" + passwordFile,
        "--auth=scram-sha-256",
        "--data-checksums",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8");
    Files.delete(passwordFile);
    Files.writeString(
        part.resolve("postgresql.conf"), "\ninclude 'assay.conf'\n", StandardOpenOption.APPEND);
    Files.move(part, directory(), StandardCopyOption.ATOMIC_MOVE);
  }

  void start(int port) throws IOException {
    Files.writeString(directory().resolve("assay.conf"), settings(port));
    Path log = account.own(Directories.created(home.resolve("log"), "rwx------"));
    run(
        STARTING,
        "pg_ctl",
        "start",
        "--wait",
        "--silent",
        "--timeout=" + STARTING.toSeconds(),
        "--pgdata=" + directory(),
        "--log=" + log.resolve("server.log"));
  }

  boolean running() {
    return command(STOPPING, "pg_ctl", "status", "--pgdata=" + directory()).ok();
  }

  void stop() {
    if (!stopped("fast") && !stopped("immediate")) {
      throw new DatabaseException(
          "the PostgreSQL server of " + directory() + " does not stop; end it by hand");
    }
  }

  /**
   * Removes a pid file whose process is gone or is some other program that got the same number; a
   * process that cannot be looked at is left to PostgreSQL's own check.
   */
  void clearStalePid() throws IOException {
    Path pidFile = directory().resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    List<String> lines = Files.readAllLines(pidFile);
    Optional<String> program =
        lines.stream()
            .findFirst()
            .flatMap(line -> ProcessHandle.of(Long.parseLong(line.strip())))
            .map(process -> process.info().command().orElse("postgres"));
    if (program.isEmpty() || !program.get().endsWith("postgres")) {
      Files.delete(pidFile);
    }
  }

  private boolean stopped(String mode) {
    return command(
            STOPPING,
            "pg_ctl",
            "stop",
            "--wait",
            "--silent",
            "--mode=" + mode,
            "--timeout=" + STOPPING.toSeconds() / 2,
            "--pgdata=" + directory())
        .ok();
  }

  private void refuseOtherVersion() throws IOException {
    String found = Files.readString(directory().resolve("PG_VERSION")).strip();
    if (!found.equals(binaries.major())) {
      throw new DatabaseException(
          "%s holds PostgreSQL %s data, this Assay brings PostgreSQL %s. Dump it with the old Assay"
                  .formatted(directory(), found, binaries.major())
              + " (pg_dumpall), move the directory away, start once and restore the dump; or set"
              + " ASSAY_DB_URL to a server of version "
              + found
              + ".");
    }
  }

  private void run(Duration limit, String program, String... arguments) {
    Command.Ended ended = command(limit, program, arguments);
    if (!ended.ok()) {
      throw new DatabaseException(
          "%s failed with status %d: %s (server log: %s)"
              .formatted(program, ended.status(), ended.output(), home.resolve("log/server.log")));
    }
  }

  private Command.Ended command(Duration limit, String program, String... arguments) {
    List<String> words = new ArrayList<>(List.of(binaries.program(program)));
    words.addAll(List.of(arguments));
    return new Command(account.command(words), home.resolve("command.log")).run(limit);
  }

  private static String settings(int port) {
    return """
    listen_addresses = '127.0.0.1'
    port = %d
    unix_socket_directories = ''
    fsync = on
    synchronous_commit = on
    full_page_writes = on
    password_encryption = 'scram-sha-256'
    timezone = 'UTC'
    log_timezone = 'UTC'
    log_min_messages = warning
    """
        .formatted(port);
  }
}
