package io.assay.app.demo;

import io.assay.app.serve.AppConfig;
import io.assay.app.serve.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts everything over a new data folder, lives a fictional week in it, and goes on running. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Start with a week of fictional activity, to look around.")
public final class DemoCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(names = "--data", paramLabel = "DIR", description = "A folder that does not exist yet.")
  Path data = Path.of("demo-data");

  @Option(names = "--port", paramLabel = "PORT", description = "Port of the gateway (8080).")
  int port = 8080;

  @Option(names = "--office-port", paramLabel = "PORT", description = "Port of the office (8081).")
  int officePort = 8081;

  @Override
  public Integer call() throws InterruptedException {
    if (Files.exists(data)) {
      throw new ParameterException(
          spec.commandLine(),
          data + " exists; the demo needs a new folder. Go on with it by: serve --data " + data);
    }
    var out = spec.commandLine().getOut();
    var clock = new PastClock(Clock.systemUTC(), Week.LENGTH);
    var settings = new AppConfig(null, null).withOfficePort(Optional.of(officePort));
    var stopped = new CountDownLatch(1);
    var server =
        Server.start(new Server.Options(data, port, settings, System.getenv(), clock), out);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  stopped.countDown();
                },
                "assay-stop"));
    out.println("  Living a week of fictional activity ...");
    out.flush();
    out.println("  The week is over: " + new Week(server, clock).live() + " calls. Look around.");
    out.flush();
    stopped.await();
    return 0;
  }
}
