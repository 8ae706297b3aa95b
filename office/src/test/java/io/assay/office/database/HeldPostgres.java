package io.assay.office.database;

import java.nio.file.Path;

/** A process that starts the server in the given folder, adds a row and waits to be killed. */
final class HeldPostgres {
  private HeldPostgres() {}

  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(Path.of(arguments[0]))) {
      EmbeddedPostgresIT.run(
          server.database(),
          "create table if not exists kept (n int); insert into kept values (1)");
      System.out.println("holding");
      Thread.sleep(600_000);
    }
  }
}
