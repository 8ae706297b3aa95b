package io.assay.app;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged program, running as a process of its own, as its users run it. */
final class AssayProcess implements AutoCloseable {
  private static final AtomicReference<AssayProcess> SHARED = new AtomicReference<>();

  private final Path data;
  private final int port;
  private final int officePort;
  private final List<String> arguments;
  private Process process;

  private AssayProcess(Path data, List<String> arguments) {
    this.data = data;
    this.port = freePort();
    this.officePort = freePort();
    this.arguments = arguments;
    this.process = launch();
  }

  /** One that every test class uses, with the sample upstream; stopped when the tests end. */
  static AssayProcess shared() {
    synchronized (SHARED) {
      if (SHARED.get() == null) {
        SHARED.set(start(Path.of("target", "shared-data-" + ProcessHandle.current().pid())));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> SHARED.get().close()));
      }
      return SHARED.get();
    }
  }

  static AssayProcess start(Path data, String... arguments) {
    var started = new AssayProcess(data.toAbsolutePath(), List.of(arguments));
    started.awaitReady();
    return started;
  }

  Path data() {
    return data;
  }

  String gateway() {
    return "http://localhost:" + port;
  }

  String office() {
    return "http://localhost:" + officePort;
  }

  /** A fact of the first start, as scripts read it. */
  String fact(String name) {
    try {
      JsonNode facts =
          JsonMapper.builder().build().readTree(data.resolve("first-run.json").toFile());
      return requireNonNull(facts.path(name).asString(null), name);
    } catch (RuntimeException e) {
      throw new IllegalStateException("no fact '" + name + "' in " + data, e);
    }
  }

  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  void restart() {
    process = launch();
    awaitReady();
  }

  String output() {
    try {
      return Files.readString(log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the program did not stop");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Process launch() {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-jar",
                Path.of("target", "assay.jar").toAbsolutePath().toString(),
                "serve",
                "--data",
                data.toString(),
                "--port",
                String.valueOf(port),
                "--office-port",
                String.valueOf(officePort)));
    command.addAll(arguments);
    try {
      Files.createDirectories(data);
      Files.deleteIfExists(log());
      return new ProcessBuilder(command)
          .directory(new File("target"))
          .redirectErrorStream(true)
          .redirectOutput(log().toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path log() {
    return data.resolve("console.log");
  }

  private void awaitReady() {
    for (int i = 0; i < 3_000; i++) {
      if (output().contains("Ctrl-C stops everything")) {
        return;
      }
      if (!process.isAlive()) {
        throw new IllegalStateException("the program ended:\n" + output());
      }
      pause();
    }
    throw new IllegalStateException("the program did not start:\n" + output());
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
