package io.assay.app.demo;

import io.assay.app.serve.AppConfig;
import io.assay.app.serve.Server;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Fills a new folder with a week of invented activity and serves it. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Play invented activity, a week of it, into a new folder, and serve that.")
public final class DemoCommand implements Callable<Integer> {
  private static final long SEED = 20_261_121;

  @Spec CommandSpec spec;

  @Option(names = "--data", paramLabel = "DIR", description = "A new folder (data-demo).")
  Path data = Path.of("data-demo");

  @Option(names = "--port", paramLabel = "PORT", description = "Port of the gateway (8080).")
  int port = 8080;

  @Option(names = "--office-port", paramLabel = "PORT", description = "Port of the office (8081).")
  int officePort = 8081;

  @Option(names = "--days", paramLabel = "N", description = "How many days, 1 to 7 (7).")
  int days = 7;

  @Option(names = "--exit", description = "Stop once the week is played.")
  boolean exit;

  @Override
  public Integer call() throws InterruptedException {
    refuse();
    PrintWriter out = spec.commandLine().getOut();
    LocalDate first = LocalDate.now(Stage.ZONE).minusDays(days - 1L);
    DemoClock clock =
        new DemoClock(
            Duration.between(first.atStartOfDay(Stage.ZONE), ZonedDateTime.now(Stage.ZONE)));
    try (Carrier carrier = new Carrier()) {
      DemoWitness witness = DemoWitness.of(data, clock);
      AppConfig config = AppConfig.demo(carrier.config(), witness.settings(), officePort);
      Server.Options options = new Server.Options(data, port, config, Map.of(), clock);
      out.println("  For the demonstration its own witness runs in this program: " + witness);
      Server server = Server.start(options, out);
      CountDownLatch stopped = new CountDownLatch(1);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    server.close();
                    witness.close();
                    stopped.countDown();
                  },
                  "assay-stop"));
      play(new Stage(server, carrier, first, days, new Random(SEED)), clock, out);
      if (exit) {
        server.close();
        witness.close();
        return 0;
      }
      stopped.await();
      return 0;
    }
  }

  private static void play(Stage stage, DemoClock clock, PrintWriter out) {
    Cast cast = new Cast(stage);
    cast.arrive();
    Staff staff = Staff.hire(stage);
    staff
        .member("system.admin")
        .submit(
            "/notices", "/notices/webhooks", Map.of("url", stage.carrier().webhook(), "kinds", ""));
    Paperwork paperwork = new Paperwork(staff);
    paperwork.prepare(stage, cast);
    new Week(stage, clock, out)
        .play(
            List.of(
                new Generating(cast),
                new Publishing(cast),
                new Newsroom(cast),
                new Gossip(cast),
                paperwork,
                new Wordkeeping(staff),
                new Reviewing(cast, staff),
                new Upholding(cast, staff),
                new Outcry(staff),
                new Tampering(cast, staff),
                new Watching()));
    out.println();
    out.println("  Members of staff, each with a password:");
    staff.passwords().forEach((name, password) -> out.printf("    %-16s %s%n", name, password));
    out.println("  All people and deeds here are invented; the clock has caught up.");
    out.flush();
  }

  private void refuse() {
    if (days < 1 || days > 7) {
      throw new ParameterException(spec.commandLine(), "--days " + days + " is not 1 to 7");
    }
    if (!Files.isDirectory(data)) {
      return;
    }
    try (Stream<Path> files = Files.list(data)) {
      if (files.findAny().isPresent()) {
        throw new ParameterException(
            spec.commandLine(),
            data + " already holds something; the demo wants a new folder: --data DIR");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
