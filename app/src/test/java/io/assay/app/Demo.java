package io.assay.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The demo as a process of its own: it has played its days and serves them. */
final class Demo implements AutoCloseable {
  private static final String DAYS = "2";
  private static final Pattern OFFICE = Pattern.compile("Office +(http://localhost:\\d+)");
  private static final long PATIENCE_SECONDS = 1_800;

  private final Process process;
  private final Path said;

  private Demo(Process process, Path said) {
    this.process = process;
    this.said = said;
  }

  static Demo play(Path folder) {
    try {
      Path said = folder.resolve("said.txt");
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin/java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "--enable-native-access=ALL-UNNAMED",
                  "-Djava.awt.headless=true",
                  "-jar",
                  Path.of("target", "assay.jar").toAbsolutePath().toString(),
                  "demo",
                  "--days",
                  DAYS,
                  "--port",
                  "0",
                  "--office-port",
                  "0",
                  "--data",
                  folder.resolve("data").toString())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      Demo demo = new Demo(process, said);
      demo.awaitItsEnd();
      return demo;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it has said so far. */
  String output() {
    try {
      return Files.readString(said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String office() {
    return first(OFFICE);
  }

  /** With which password a member signs in. */
  String password(String member) {
    return first(Pattern.compile("(?m)^ +" + Pattern.quote(member) + " +(\\S+)$"));
  }

  /** A browser without scripts in which a member has signed in. */
  Visitor member(String name) {
    Visitor visitor = new Visitor();
    String door = office() + "/sign-in";
    visitor.submit(door, door, Map.of("username", name, "password", password(name)));
    return visitor;
  }

  private String first(Pattern sought) {
    Matcher found = sought.matcher(output());
    if (!found.find()) {
      throw new IllegalStateException(sought + " is not in " + output());
    }
    return found.group(1);
  }

  private void awaitItsEnd() {
    try {
      for (long second = 0; second < PATIENCE_SECONDS; second++) {
        if (output().contains("the clock has caught up")) {
          return;
        }
        if (process.waitFor(1, TimeUnit.SECONDS)) {
          break;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    close();
    throw new IllegalStateException("the demo did not play: " + output());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
