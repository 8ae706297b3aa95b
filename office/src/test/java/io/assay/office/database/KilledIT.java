package io.assay.office.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledIT {
  @TempDir static Path home;

  @Test
  void losesNothing_whenTheProgramOrTheServerIsKilled() throws Exception {
    killed(held());
    assertThat(postmaster().isAlive()).isTrue();
    assertThat(rowsAfterRestart()).isEqualTo("1");

    Process program = held();
    ProcessHandle server = postmaster();
    server.destroyForcibly();
    killed(program);
    server.onExit().join();
    assertThat(rowsAfterRestart()).isEqualTo("2");

    Process both = held();
    ProcessHandle last = postmaster();
    killed(both);
    last.destroyForcibly();
    last.onExit().join();
    // The number now belongs to some other program.
    Path pid = home.resolve("cluster/postmaster.pid");
    Files.writeString(
        pid,
        Files.readString(pid)
            .replaceFirst("^[0-9]+", String.valueOf(ProcessHandle.current().pid())));
    assertThat(rowsAfterRestart()).isEqualTo("3");
  }

  private static String rowsAfterRestart() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(home)) {
      return EmbeddedPostgresIT.one(server.database(), "select count(*) from kept");
    }
  }

  private static Process held() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HeldPostgres.class.getName(),
                home.toString())
            .redirectErrorStream(true)
            .start();
    BufferedReader output = process.inputReader();
    for (String line; (line = output.readLine()) != null; ) {
      if (line.equals("holding")) {
        return process;
      }
    }
    throw new AssertionError("the program ended before it held the server");
  }

  private static void killed(Process process) throws Exception {
    process.destroyForcibly().waitFor();
  }

  private static ProcessHandle postmaster() throws Exception {
    String pid = Files.readAllLines(home.resolve("cluster/postmaster.pid")).getFirst();
    return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
  }
}
