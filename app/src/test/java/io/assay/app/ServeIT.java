package io.assay.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of the program: first start, stop, the same data again. */
class ServeIT {
  @TempDir Path folder;

  private static int models(AssayProcess assay, String key)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(assay.gateway() + "/v1/models"))
            .header("Authorization", "Bearer " + key)
            .build();
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }
  }

  private static boolean postgresRuns(Path data) throws IOException {
    try (var files = Files.walk(data.resolve("pg"), 2)) {
      return files.anyMatch(file -> file.endsWith("postmaster.pid"));
    }
  }

  @Test
  void startsStopsAndGoesOn() throws Exception {
    var data = folder.resolve("data");
    String key;
    try (var assay = AssayProcess.start(data)) {
      key = assay.fact("trial_key");
      assertThat(assay.output()).contains("First start", assay.fact("admin_password"), key);
      assertThat(assay.fact("gateway_url")).isEqualTo(assay.gateway());
      assertThat(assay.fact("office_url")).isEqualTo(assay.office());
      var mode = Files.getPosixFilePermissions(data.resolve("first-run.json"));
      assertThat(PosixFilePermissions.toString(mode)).isEqualTo("rw-------");
      assertThat(models(assay, key)).isEqualTo(200);
      assertThat(postgresRuns(data)).isTrue();
    }
    assertThat(postgresRuns(data)).isFalse();
    try (var again = AssayProcess.start(data)) {
      assertThat(again.output()).doesNotContain("First start");
      assertThat(models(again, key)).isEqualTo(200);
    }
  }

  @Test
  void theLauncherListsTheCommands() throws IOException {
    var built = FileTime.from(Instant.now());
    Files.setLastModifiedTime(Path.of("target", "assay.jar"), built);
    var printed = new Tool(Path.of("..")).run("./assay");
    assertThat(printed).contains("serve", "test", "build");
  }

  @Test
  void anUnknownKeyStopsTheStart() throws IOException {
    var config = folder.resolve("assay.yaml");
    Files.writeString(config, "gateway:\n  upstream: []\n");
    var refused =
        catchThrowable(
            () -> AssayProcess.start(folder.resolve("data"), "--config", config.toString()));
    assertThat(refused).hasMessageContaining("did you mean 'upstreams'?");
  }
}
