package io.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();

  @TempDir Path folder;

  @Test
  void itPlaysItsDays_andTheLogOfThemVerifies() throws Exception {
    Path data = folder.resolve("data");
    String said =
        run(
            "demo",
            "--days",
            "1",
            "--exit",
            "--port",
            "0",
            "--office-port",
            "0",
            "--data",
            text(data));
    assertThat(said).contains("Playing ", "the clock has caught up", "case.handler");
    assertThat(run("ledger", "verify", text(data.resolve("ledger"))))
        .contains("sound: assay.local/gateway")
        .doesNotContain("BROKEN");
    assertThat(run("demo", "--data", text(data))).contains("wants a new folder");
  }

  @Test
  void itRefusesDaysItDoesNotHave() throws Exception {
    assertThat(run("demo", "--days", "9", "--data", text(folder.resolve("none"))))
        .contains("--days 9 is not 1 to 7");
    assertThat(folder.resolve("none")).doesNotExist();
  }

  private static String text(Path path) {
    return path.toString();
  }

  private String run(String... arguments) throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "said", ".txt");
    Process process =
        new ProcessBuilder(
                Stream.concat(
                        List.of(
                            JAVA,
                            "-XX:TieredStopAtLevel=1",
                            "--enable-native-access=ALL-UNNAMED",
                            "-Djava.awt.headless=true",
                            "-jar",
                            Path.of("target", "assay.jar").toAbsolutePath().toString())
                            .stream(),
                        Stream.of(arguments))
                    .toList())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(15, TimeUnit.MINUTES)).isTrue();
    return Files.readString(output);
  }
}
