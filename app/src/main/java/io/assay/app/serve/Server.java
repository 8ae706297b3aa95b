package io.assay.app.serve;

import static java.util.Objects.requireNonNull;

import io.assay.gateway.GatewayApplication;
import io.assay.gateway.access.SnapshotSource;
import io.assay.gateway.access.Snapshots;
import io.assay.gateway.config.GatewayConfig;
import io.assay.gateway.exchange.PoolSwitch;
import io.assay.gateway.label.Sealing;
import io.assay.ledger.Ledger;
import io.assay.ledger.vault.Vault;
import io.assay.office.MasterSecret;
import io.assay.office.OfficeApplication;
import io.assay.office.OfficeConfig;
import io.assay.office.bootstrap.Bootstrap;
import io.assay.office.bootstrap.FirstRun;
import io.assay.office.database.Database;
import io.assay.office.database.EmbeddedPostgres;
import io.assay.office.posture.GatewayDoor;
import io.assay.office.posture.TimeServers;
import io.assay.office.posture.Witnesses;
import io.assay.office.publication.RegisterDesk;
import io.assay.office.snapshot.RegisterSnapshots;
import io.assay.review.Reviewer;
import io.assay.review.pool.StarterPool;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Everything running in one process. What is started last is closed first; PostgreSQL last. */
public final class Server implements AutoCloseable {

  /** How to start; ports may be 0 for any free one. */
  public record Options(
      Path data, int port, AppConfig config, Map<String, String> environment, Clock clock) {}

  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final Options options;
  private final Path data;
  private final PrintWriter out;
  private @Nullable ConfigurableApplicationContext office;
  private String gatewayUrl = "";
  private String officeUrl = "";

  private Server(Options options, PrintWriter out) {
    this.options = options;
    this.data = options.data().toAbsolutePath().normalize();
    this.out = out;
  }

  /** Starts everything, or nothing: what had started is stopped again. */
  public static Server start(Options options, PrintWriter out) {
    var server = new Server(options, out);
    try {
      server.start();
      return server;
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  public String gatewayUrl() {
    return gatewayUrl;
  }

  public String officeUrl() {
    return officeUrl;
  }

  /** A part of the running office. */
  public <T> T office(Class<T> part) {
    return requireNonNull(office, "the office has not started").getBean(part);
  }

  private void start() {
    makeDataFolder();
    var database = database();
    var clock = options.clock();
    var recording = keep(Recording.open(new RecordFolder(data, options.config().ledger(), clock)));
    var shared = shared(clock, recording);
    shared.getBeanFactory().registerSingleton("outputs", new OpenedOutputs(recording.vault()));
    office = office(shared, database);
    shared.getBeanFactory().registerSingleton("desk", office.getBean(RegisterDesk.class));
    var gateway = gateway(shared, office.getBean(RegisterSnapshots.class));
    gatewayUrl = "http://localhost:" + port(gateway);
    shared.getBeanFactory().registerSingleton("door", new GatewayDoor(gatewayUrl));
    officeUrl = "http://localhost:" + port(office);
    var first = firstRun(office);
    shared.getBean(Snapshots.class).refresh();
    new Welcome(out, data).print(gatewayUrl, officeUrl, first, options.config().gateway());
  }

  private void makeDataFolder() {
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create " + data + "; choose another with --data", e);
    }
  }

  private Database database() {
    return Database.fromEnvironment(options.environment())
        .orElseGet(() -> keep(EmbeddedPostgres.start(data.resolve("pg"))).database());
  }

  private GenericApplicationContext shared(Clock clock, Recording recording) {
    var shared = new GenericApplicationContext();
    shared.registerBean(Clock.class, () -> clock);
    shared.registerBean(Path.class, () -> data);
    shared.registerBean(GatewayConfig.class, options.config()::gateway);
    shared.registerBean(OfficeConfig.class, options.config()::office);
    shared.registerBean(MasterSecret.class, () -> MasterSecret.open(data.resolve("secrets")));
    shared.registerBean(Reviewer.class, () -> Reviewer.of(StarterPool.load()));
    shared.registerBean(
        Ledger.class, recording::ledger, definition -> definition.setDestroyMethodName(""));
    shared.registerBean(
        Vault.class, recording::vault, definition -> definition.setDestroyMethodName(""));
    shared.registerBean(Witnesses.class, options.config().ledger().witnesses()::known);
    shared.registerBean(TimeServers.class, options.config()::time);
    var seal = options.config().gateway().labels().seal();
    shared.registerBean(Sealing.class, () -> Sealing.of(seal, data.resolve("pki"), clock));
    shared.registerBean(LedgerJournal.class, recording::journal);
    shared.refresh();
    return keep(shared);
  }

  private ConfigurableApplicationContext office(
      GenericApplicationContext shared, Database database) {
    var settings = new HashMap<>(OfficeApplication.settings(options.config().office()));
    settings.putAll(database.springProperties());
    return web(OfficeApplication.class, shared, settings);
  }

  private ConfigurableApplicationContext gateway(
      GenericApplicationContext shared, SnapshotSource registers) {
    var oldest = options.config().gateway().limits().snapshotAge();
    var pools = new PoolSwitch(shared.getBean(Reviewer.class));
    var snapshots = keep(new Snapshots(registers, oldest, pools));
    shared.getBeanFactory().registerSingleton("snapshots", snapshots);
    return web(GatewayApplication.class, shared, GatewayApplication.settings(options.port()));
  }

  private ConfigurableApplicationContext web(
      Class<?> application, GenericApplicationContext shared, Map<String, Object> settings) {
    return keep(
        new SpringApplicationBuilder(application)
            .parent(shared)
            .bannerMode(Banner.Mode.OFF)
            .registerShutdownHook(false)
            .properties(settings)
            .properties(
                Map.of(
                    "logging.file.name",
                    data.resolve("logs/assay.log").toString(),
                    "logging.threshold.console",
                    "WARN",
                    "logging.level.org.apache.catalina.loader",
                    "ERROR"))
            .run());
  }

  private static int port(ConfigurableApplicationContext context) {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  private Optional<FirstRun> firstRun(ConfigurableApplicationContext office) {
    var file = FirstRunFile.in(data);
    return office.getBean(Bootstrap.class).run(facts -> file.write(facts, gatewayUrl, officeUrl));
  }

  private <T extends AutoCloseable> T keep(T started) {
    running.push(started);
    return started;
  }

  /** Stops everything, whatever fails on the way. */
  @Override
  public void close() {
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception e) {
        out.println("assay: while stopping: " + e.getMessage());
      }
    }
  }
}
