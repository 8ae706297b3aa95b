package io.assay.app.ledger;

import io.assay.ledger.VerifierProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Runs the ledger's standalone verifier; exits 0 when sound, 1 when broken, 2 otherwise. */
@Command(
    name = "verify",
    description = {
      "Verify a log's directory or URL, an evidence bundle or a receipt, offline.",
      "Without arguments it says what it takes."
    })
final class VerifyCommand implements Callable<Integer> {
  @Unmatched List<String> arguments = new ArrayList<>();

  @Override
  public Integer call() {
    return VerifierProgram.run(arguments, System.out, System.err);
  }
}
