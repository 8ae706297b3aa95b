package io.assay.office.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {
  @TempDir static Path home;

  @Test
  void keepsItsRowsAndPort_overARestart() throws Exception {
    String url;
    try (EmbeddedPostgres server = EmbeddedPostgres.start(home)) {
      url = server.database().url();
      run(server.database(), "create table kept (n int); insert into kept values (7)");
    }
    try (EmbeddedPostgres server = EmbeddedPostgres.start(home)) {
      assertThat(server.database().url()).isEqualTo(url);
      assertThat(one(server.database(), "select n from kept")).isEqualTo("7");
    }
  }

  @Test
  void isDurableAndClosedToStrangers() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(home)) {
      Database database = server.database();
      assertThat(one(database, "show fsync")).isEqualTo("on");
      assertThat(one(database, "show data_checksums")).isEqualTo("on");
      assertThat(one(database, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(one(server.administration(), "show unix_socket_directories")).isEmpty();
      assertThat(one(database, "select rolsuper from pg_roles where rolname = current_user"))
          .isEqualTo("f");
      assertThatThrownBy(
              () -> run(new Database(database.url(), database.user(), "wrong"), "select 1"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      assertThat(Files.getPosixFilePermissions(home.resolve("assay.password")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      assertThat(database.toString()).doesNotContain(database.password());
    }
  }

  @Test
  void refusesASecondOwner() {
    EmbeddedPostgres server = EmbeddedPostgres.start(home);
    assertThatThrownBy(() -> EmbeddedPostgres.start(home))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("another Assay process owns the database");
    server.close();
    server.close();
  }

  @Test
  void refusesDataOfAnotherVersion_withTheWayOut(@TempDir Path old) throws Exception {
    Files.createDirectories(old.resolve("cluster"));
    Files.writeString(old.resolve("cluster/PG_VERSION"), "15\n");
    assertThatThrownBy(() -> EmbeddedPostgres.start(old))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("holds PostgreSQL 15 data")
        .hasMessageContaining("pg_dumpall");
  }

  static void run(Database database, String sql) throws SQLException {
    try (Connection connection = open(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static String one(Database database, String sql) throws SQLException {
    try (Connection connection = open(database);
        var rows = connection.createStatement().executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static Connection open(Database database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }
}
