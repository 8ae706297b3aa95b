package io.assay.app.serve;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the gateway, the office and all that they need; runs until it is stopped. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Start the gateway and the office.")
public final class ServeCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(names = "--data", paramLabel = "DIR", description = "Where everything is kept.")
  Path data = Path.of("data");

  @Option(names = "--port", paramLabel = "PORT", description = "Port of the gateway (8080).")
  int port = 8080;

  @Option(names = "--office-port", paramLabel = "PORT", description = "Port of the office (8081).")
  Optional<Integer> officePort = Optional.empty();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration (config/assay.yaml, where there is one).")
  Optional<Path> config = Optional.empty();

  @Override
  public Integer call() throws InterruptedException {
    var settings = AppConfig.read(config, System.getenv()).withOfficePort(officePort);
    var out = spec.commandLine().getOut();
    var stopped = new CountDownLatch(1);
    var options = new Server.Options(data, port, settings, System.getenv(), Clock.systemUTC());
    var server = Server.start(options, out);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  stopped.countDown();
                },
                "assay-stop"));
    stopped.await();
    return 0;
  }
}
