package io.assay.office.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** One server for all tests of this process; each caller gets a migrated database of its own. */
public final class TestDatabase {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String TEMPLATE = "template_office";

  private TestDatabase() {}

  public static Database fresh() {
    Database administration = Server.RUNNING.administration();
    String name = "test_" + COUNT.incrementAndGet();
    execute(administration, "drop database if exists " + name + " with (force)");
    execute(administration, "create database " + name + " template " + TEMPLATE);
    return named(name);
  }

  private static Database named(String name) {
    Database database = Server.RUNNING.database();
    return new Database(
        database.url().replaceAll("/[a-z]+$", "/" + name), database.user(), database.password());
  }

  private static void execute(Database database, String sql) {
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static final class Server {
    static final EmbeddedPostgres RUNNING = started();

    private static EmbeddedPostgres started() {
      EmbeddedPostgres server = EmbeddedPostgres.start(Path.of("target", "postgres"));
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      execute(server.administration(), "drop database if exists " + TEMPLATE + " with (force)");
      execute(server.administration(), "create database " + TEMPLATE + " owner assay");
      Database database = server.database();
      Flyway.configure()
          .dataSource(
              database.url().replaceAll("/[a-z]+$", "/" + TEMPLATE),
              database.user(),
              database.password())
          .locations("classpath:io/assay/office")
          .defaultSchema("office")
          .load()
          .migrate();
      return server;
    }
  }
}
