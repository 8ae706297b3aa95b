package io.assay.app.ledger;

import io.assay.ledger.disk.Disk;
import io.assay.ledger.note.KeyType;
import io.assay.ledger.note.SigningKey;
import io.assay.ledger.note.VerifierKey;
import io.assay.ledger.witness.Witness;
import io.assay.ledger.witness.WitnessServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a witness, best on a machine of another administrator; runs until it is stopped. */
@Command(
    name = "witness",
    mixinStandardHelpOptions = true,
    description = "Cosign the checkpoints of logs, and only those that grow.")
public final class WitnessCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Option(
      names = "--log",
      paramLabel = "VKEY",
      required = true,
      description = "The public key of a log to witness; may be repeated.")
  List<String> logs = List.of();

  @Option(names = "--data", paramLabel = "DIR", description = "What it keeps (${DEFAULT-VALUE}).")
  Path data = Path.of("data", "witness");

  @Option(names = "--name", paramLabel = "NAME", description = "Its name (${DEFAULT-VALUE}).")
  String name = "assay.local/witness";

  @Option(names = "--host", paramLabel = "HOST", description = "Listen on (${DEFAULT-VALUE}).")
  String host = "localhost";

  @Option(names = "--port", paramLabel = "PORT", description = "Port (${DEFAULT-VALUE}).")
  int port = 8082;

  @Override
  public Integer call() throws IOException, InterruptedException {
    SigningKey classic = key("ed25519.key", KeyType.COSIGNATURE_ED25519);
    SigningKey quantumSafe = key("ml-dsa-44.key", KeyType.COSIGNATURE_ML_DSA_44);
    Witness witness =
        new Witness(
            logs.stream().map(VerifierKey::parse).toList(),
            List.of(classic, quantumSafe),
            Disk.real(),
            data.resolve("checkpoints"));
    try (WitnessServer server = new WitnessServer(witness, new InetSocketAddress(host, port))) {
      var out = spec.commandLine().getOut();
      out.println("Witness at " + server.uri());
      out.println(classic);
      out.println(quantumSafe);
      out.flush();
      new CountDownLatch(1).await();
    }
    return 0;
  }

  private SigningKey key(String file, KeyType type) throws IOException {
    Disk disk = Disk.real();
    Path path = data.resolve("keys").resolve(file);
    if (!disk.exists(path)) {
      disk.createPrivateDirectory(data.resolve("keys"));
      SigningKey made = SigningKey.generate(name, type, InstantSource.system());
      disk.replace(path, made.secret().getBytes(StandardCharsets.UTF_8));
    }
    return SigningKey.parse(
        new String(disk.read(path), StandardCharsets.UTF_8), InstantSource.system());
  }
}
