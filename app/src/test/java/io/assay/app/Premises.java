package io.assay.app;

import io.assay.app.serve.AppConfig;
import io.assay.app.serve.Server;
import io.assay.gateway.access.SnapshotSource;
import io.assay.gateway.access.Snapshots;
import io.assay.gateway.config.Settings;
import io.assay.office.staff.Role;
import io.assay.office.staff.SignedIn;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gateway and office in this process, over a model service that a test directs. */
final class Premises implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ModelService model = new ModelService();
  private final Server server;
  private final Path data;

  Premises(Path data) {
    this(data, "{}");
  }

  /** With settings of review, as one line of YAML. */
  Premises(Path data, String review) {
    this.data = data;
    var yaml =
        "gateway:\n  review: %s\n  upstreams:\n    - baseUrl: %s\noffice:\n  port: 0\n"
            .formatted(review, model.baseUrl());
    this.server =
        Server.start(
            new Server.Options(
                data,
                0,
                Settings.parse(yaml, AppConfig.class, Map.of()),
                Map.of(),
                Clock.systemUTC()),
            new PrintWriter(Writer.nullWriter(), true));
  }

  ModelService model() {
    return model;
  }

  String gateway() {
    return server.gatewayUrl();
  }

  String officeUrl() {
    return server.officeUrl();
  }

  <T> T office(Class<T> part) {
    return server.office(part);
  }

  /** Waits until the gateway holds what the office has decided. */
  void awaitGateway() throws InterruptedException {
    long version = office(SnapshotSource.class).version();
    var snapshots = office(Snapshots.class);
    await("held", () -> snapshots.current().filter(now -> now.version() >= version).isPresent());
  }

  /** The key with which a user calls. */
  String key() {
    JsonNode facts = JSON.readTree(data.resolve("first-run.json").toFile());
    return facts.path("trial_key").asString();
  }

  static SignedIn staff(String name, Role role) {
    return new SignedIn(name, name, Set.of(role), 0);
  }

  static void await(String what, BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 300; i++) {
      if (condition.getAsBoolean()) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("it did not come true: " + what);
  }

  @Override
  public void close() {
    server.close();
    model.close();
  }
}
