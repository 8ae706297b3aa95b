package io.assay.ledger;

import io.assay.ledger.disk.Disk;
import io.assay.ledger.evidence.EvidenceVerifier;
import io.assay.ledger.note.SignedNote;
import io.assay.ledger.note.VerifierKey;
import io.assay.ledger.store.FileStore;
import io.assay.ledger.store.HttpSource;
import io.assay.ledger.store.LogSource;
import io.assay.ledger.verify.LogVerifier;
import io.assay.ledger.verify.TrustPolicy;
import io.assay.ledger.verify.Verification;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The standalone verifier: checks a log's directory or URL, an evidence bundle or a receipt, with
 * nothing but this jar. Exit status 0 means sound, 1 broken, 2 that nothing could be verified.
 */
public final class VerifierProgram {

  static final String USAGE =
      """
      usage: verify DIRECTORY | URL | BUNDLE.assay-evidence | RECEIPT.tlog-proof
             a directory is one log, or all of a ledger beside its registry
             [--key VKEY]...        a public key of the log, or of the registry
             [--registry DIR]       where the registry's log lies, if not in ../registry
             [--witness VKEY]...    a public key of a witness
             [--quorum K]           how many witnesses must have cosigned
             [--min-index N]        entries below may have been pruned
             [--seen CHECKPOINT]... a checkpoint of the log that you kept
      """;

  private final List<VerifierKey> keys = new ArrayList<>();
  private final List<VerifierKey> witnesses = new ArrayList<>();
  private final List<SignedNote> seen = new ArrayList<>();
  private int quorum;
  private long minIndex;
  private Optional<String> target = Optional.empty();
  private Optional<Path> registry = Optional.empty();

  private VerifierProgram() {}

  /** Runs with the process's arguments. */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  /** Runs with some arguments; returns the exit status. */
  public static int run(List<String> arguments, PrintStream out, PrintStream err) {
    try {
      VerifierProgram program = new VerifierProgram();
      program.read(arguments);
      boolean sound = true;
      for (Verification found : program.verify(out)) {
        out.println(found);
        sound &= found.isSound();
      }
      return sound ? 0 : 1;
    } catch (IllegalArgumentException | IOException | LedgerException unusable) {
      err.println(unusable.getMessage());
      err.print(USAGE);
      return 2;
    }
  }

  private void read(List<String> arguments) throws IOException {
    List<String> rest = new ArrayList<>(arguments);
    if (!rest.isEmpty() && rest.get(0).equals("verify")) {
      rest.remove(0);
    }
    while (!rest.isEmpty()) {
      String option = rest.remove(0);
      if (!option.startsWith("--")) {
        target = Optional.of(option);
        continue;
      }
      if (rest.isEmpty()) {
        throw new IllegalArgumentException(option + " needs a value");
      }
      String value = rest.remove(0);
      switch (option) {
        case "--key" -> keys.add(VerifierKey.parse(value));
        case "--witness" -> witnesses.add(VerifierKey.parse(value));
        case "--quorum" -> quorum = Integer.parseInt(value);
        case "--min-index" -> minIndex = Long.parseLong(value);
        case "--registry" -> registry = Optional.of(Path.of(value));
        case "--seen" -> seen.add(SignedNote.parse(Files.readAllBytes(Path.of(value))));
        default -> throw new IllegalArgumentException("unknown option " + option);
      }
    }
  }

  private List<Verification> verify(PrintStream out) throws IOException {
    String what = target.orElseThrow(() -> new IllegalArgumentException("nothing to verify"));
    if (what.startsWith("http://") || what.startsWith("https://")) {
      return List.of(verify(new HttpSource(URI.create(what)), out));
    }
    Path path = Path.of(what);
    if (Files.isDirectory(path)) {
      return Files.exists(path.resolve("checkpoint"))
          ? List.of(verify(new FileStore(Disk.real(), path), out))
          : verifyAll(path, out);
    }
    if (what.endsWith(".tlog-proof")) {
      Receipt receipt = Receipt.parse(Files.readAllBytes(path));
      out.println(receipt.verify(policy().logKeys()));
      return List.of(new Verification.Sound(policy().check(receipt.checkpoint()), 1));
    }
    return List.of(new EvidenceVerifier(policy()).verify(path));
  }

  private List<Verification> verifyAll(Path ledger, PrintStream out) throws IOException {
    Path known = registry.orElse(ledger.resolveSibling("registry"));
    LedgerFolder folder = new LedgerFolder(ledger);
    LogSource log = folder.registry(known);
    believe(log, out);
    return folder.verify(log, policy());
  }

  private Verification verify(LogSource log, PrintStream out) {
    believe(log, out);
    return new LogVerifier(policy()).verify(log);
  }

  private void believe(LogSource log, PrintStream out) {
    if (keys.isEmpty()) {
      out.println("No --key given: believing the keys that the log itself shows.");
      String shown =
          log.read("vkey")
              .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
              .orElseThrow(() -> new IllegalArgumentException("give the log's public --key"));
      shown.lines().map(VerifierKey::parse).forEach(keys::add);
    }
  }

  private TrustPolicy policy() {
    return new TrustPolicy(keys, witnesses, quorum, minIndex, seen);
  }
}
