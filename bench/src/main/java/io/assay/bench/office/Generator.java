package io.assay.bench.office;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Fills an office's database with a year that never happened; once. */
final class Generator {
  private static final List<String> SCRIPTS =
      List.of(
          "1-tools.sql",
          "2-people.sql",
          "3-exchanges.sql",
          "4-cases.sql",
          "5-public.sql",
          "6-clocks.sql");

  /** Held as long as this process lives, so that no control is computed while pages are timed. */
  private static final String ALONE = "select pg_advisory_lock(x'706F7374757265'::bigint)";

  private final DataSource database;

  Generator(DataSource database) {
    this.database = database;
  }

  void fill(Consumer<String> said) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      if (filled(statement)) {
        return;
      }
      connection.setAutoCommit(false);
      for (String script : SCRIPTS) {
        long start = System.nanoTime();
        statement.execute(Resources.text(script));
        said.accept("%s: %.1f s".formatted(script, (System.nanoTime() - start) / 1e9));
      }
      connection.commit();
      connection.setAutoCommit(true);
      long start = System.nanoTime();
      statement.execute("vacuum (analyze)");
      said.accept("vacuum (analyze): %.1f s".formatted((System.nanoTime() - start) / 1e9));
    }
  }

  /** Keeps the controls from being computed until the connection is closed. */
  static Connection alone(DataSource database) throws SQLException {
    Connection connection = database.getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute(ALONE);
    }
    return connection;
  }

  private static boolean filled(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("select exists (select from deadline.deadline limit 1)")) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
