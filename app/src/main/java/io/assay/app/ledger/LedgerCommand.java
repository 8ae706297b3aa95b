package io.assay.app.ledger;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Groups the commands that work on a ledger's files. */
@Command(
    name = "ledger",
    mixinStandardHelpOptions = true,
    description = "Verify, prove, export and prune what was recorded.",
    subcommands = {
      VerifyCommand.class,
      ReceiptCommand.class,
      ExportCommand.class,
      PruneCommand.class,
      RotateKeyCommand.class
    })
public final class LedgerCommand implements Runnable {
  @Spec CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
